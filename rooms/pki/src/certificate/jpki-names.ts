import { GeneralName, type Name } from '@peculiar/asn1-x509';
import { nameOf } from './encode-certificate.ts';

const country = ['2.5.4.6', 'JP'] as const;
const authorityUnit = ['2.5.4.11', 'Honnin Test Authority'] as const;

/**
 * Distinguished names of the test hierarchy: those of JPKI with O=JPKI-TEST, and with our own unit in the place
 * of the agency's, since the agency has nothing to do with it.
 */
export const jpkiNames = {
  authenticationAuthority: (): Name =>
    nameOf([country, ['2.5.4.10', 'JPKI-TEST'], ['2.5.4.11', 'JPKI for user authentication'], authorityUnit]),
  signatureAuthority: (): Name =>
    nameOf([country, ['2.5.4.10', 'JPKI-TEST'], ['2.5.4.11', 'JPKI for digital signature'], authorityUnit]),
  terminalAuthority: (): Name =>
    nameOf([country, ['2.5.4.10', 'HONNIN-TEST'], ['2.5.4.11', 'Terminals'], authorityUnit]),
  /** The service's name in Japanese, as issuerAltName of holders' and subjectAltName of authorities' certificates. */
  serviceName: (): GeneralName =>
    new GeneralName({ directoryName: nameOf([country, ['2.5.4.10', '公的個人認証サービス（試験用）']]) }),
};
