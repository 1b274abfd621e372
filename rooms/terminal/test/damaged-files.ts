import { CARD_FACE_FILE, JPKI_FILE, readTlvs } from '@honnin/card';
import type { CardRecord, FlippedBit } from '@honnin/card-simulator';
import { fileIdOf, nameOf } from './visit-steps.ts';

/** One bit that reads wrong, in the words of docs/card-faults.md. */
export interface DamagedFile {
  readonly words: string;
  readonly flipped: FlippedBit;
}

interface FileOfVisit {
  readonly application: string;
  readonly file: string;
}

const token: FileOfVisit = { application: nameOf.jpki, file: fileIdOf(JPKI_FILE.tokenInfo) };
const certificate: FileOfVisit = {
  application: nameOf.jpki,
  file: fileIdOf(JPKI_FILE.authenticationCertificate),
};
const cardFace: FileOfVisit = { application: nameOf.cardFace, file: fileIdOf(CARD_FACE_FILE.cardFace) };
const issuer: FileOfVisit = {
  application: nameOf.cardFace,
  file: fileIdOf(CARD_FACE_FILE.issuerCertificate),
};

/** The files that a visit by face reads. */
export const filesOfVisit: readonly FileOfVisit[] = [token, certificate, cardFace, issuer];

/** What a file of the card holds. */
export function bytesOf(record: CardRecord, { application, file }: FileOfVisit): Uint8Array {
  const found = record.applications
    .find(({ aid }) => aid === application)
    ?.files.find(({ id }) => id === file);
  if (found === undefined) throw new Error(`no file ${file}`);
  return Uint8Array.from(Buffer.from(found.content, 'base64'));
}

/** A bit in each part of the files that a visit reads. */
export function damagedFiles(record: CardRecord): readonly DamagedFile[] {
  const at = (place: FileOfVisit, byte: number, bit = 0): FlippedBit => ({ ...place, byte, bit });
  const der = bytesOf(record, certificate);
  const face = bytesOf(record, cardFace);
  const verifiable = bytesOf(record, issuer);
  const certificateLength = 4 + (der[2] ?? 0) * 0x100 + (der[3] ?? 0);
  /** The middle of an object's value, or its last byte. */
  const inFace = (tag: number, where: 'middle' | 'last' = 'middle') => {
    const outer = readTlvs(face);
    const inner = outer.status === 'done' ? readTlvs(outer.value[0]?.value ?? new Uint8Array(0)) : outer;
    const object = inner.status === 'done' ? inner.value.find((each) => each.tag === tag) : undefined;
    if (object === undefined) throw new Error(`no object ${tag.toString(16)}`);
    const start =
      Buffer.from(face).indexOf(Buffer.from(object.raw)) + object.raw.length - object.value.length;
    return at(cardFace, start + (where === 'last' ? object.value.length - 1 : object.value.length >> 1));
  };
  return [
    { words: 'Token: what kind of card it is', flipped: at(token, 3) },
    { words: 'Token: the model of the chip', flipped: at(token, 70) },
    { words: 'Certificate: its beginning', flipped: at(certificate, 0) },
    { words: 'Certificate: the public key', flipped: at(certificate, certificateLength >> 1) },
    { words: 'Certificate: its signature', flipped: at(certificate, certificateLength - 100) },
    { words: 'Record: its beginning', flipped: at(cardFace, 1) },
    { words: 'Record: the table of contents', flipped: inFace(0xdf21) },
    { words: 'Record: birth date', flipped: inFace(0xdf22, 'last') },
    { words: 'Record: the card’s own public key', flipped: inFace(0xdf24) },
    { words: 'Record: picture of the name', flipped: inFace(0xdf25) },
    { words: 'Record: picture of the address', flipped: inFace(0xdf26) },
    { words: 'Record: photo', flipped: inFace(0xdf27) },
    { words: 'Record: its signature', flipped: inFace(0xdf28) },
    { words: 'Record: expiry date', flipped: inFace(0xdf29, 'last') },
    { words: 'Issuer’s certificate: its beginning', flipped: at(issuer, 1) },
    { words: 'Issuer’s certificate: its key', flipped: at(issuer, 200) },
    { words: 'Issuer’s certificate: its signature', flipped: at(issuer, verifiable.length - 100) },
  ];
}
