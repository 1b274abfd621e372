import { AID, readTlv } from '@honnin/card';
import type { ApplicationRecord } from '../issuing/card-record.ts';
import { application } from './application-parts.ts';
import type { CardPlan } from './card-plan.ts';
import { ascii, dataObject } from './data-object.ts';

/** Object identifiers of GlobalPlatform under 1.2.840.114283, as DER: { globalPlatform 1 }, and so on. */
const globalPlatform = (...arcs: readonly number[]) =>
  dataObject(0x06, Uint8Array.of(0x2a, 0x86, 0x48, 0x86, 0xfc, 0x6b, ...arcs));

/** What is selected at power-on: no files, the data objects of the card itself. */
export function issuerSecurityDomain({ authority, holder, serial, atr }: CardPlan): ApplicationRecord {
  const object = (tag: string, content: Uint8Array) => ({
    tag,
    content: Buffer.from(content).toString('base64'),
  });
  const certificate = authority.cardFaceCertificate;
  return application('issuer-security-domain', AID.issuerSecurityDomain, {
    dataObjects: [
      // Issuer and card identification numbers; how the real ones are made up is not public.
      object('0042', dataObject(0x42, ascii(holder.municipalityCode))),
      object('0045', dataObject(0x45, ascii(serial))),
      object('0066', cardRecognitionData),
      object('00F0', ascii(holder.municipalityCode)),
      object('00F2', ascii(holder.expiryDate.replaceAll('-', ''))),
      object('00F7', keyIdOf(certificate)),
      // A chain to the card itself is not public: the two issuers' certificates stand here for its shape.
      object('00F8', withoutTemplate(certificate)),
      object('7F21', withoutTemplate(authority.textInputCertificate)),
      object('5F51', atr.subarray(1)),
    ],
  });
}

/** Card recognition data (GlobalPlatform Card Specification 2.3.1, H.2): framework, version 2.2, and SCP02. */
const cardRecognitionData = dataObject(
  0x66,
  dataObject(
    0x73,
    globalPlatform(1),
    dataObject(0x60, globalPlatform(2, 2, 2)),
    dataObject(0x63, globalPlatform(3)),
    dataObject(0x64, globalPlatform(4, 2, 0x15)),
  ),
);

/** The objects 5F4E and 5F37 of a certificate, without the 7F21 around them. */
function withoutTemplate(certificate: Uint8Array): Uint8Array {
  const object = readTlv(certificate);
  if (object.status === 'failed') throw new Error('the authority gave no card-verifiable certificate');
  return object.value.value;
}

/** Identifier of the certified key: the second 16 bytes of 5F4E. */
function keyIdOf(certificate: Uint8Array): Uint8Array {
  const body = readTlv(withoutTemplate(certificate));
  if (body.status === 'failed') throw new Error('the authority gave a certificate without a body');
  return body.value.value.subarray(16, 32);
}
