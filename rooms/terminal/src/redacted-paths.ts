/**
 * What a log line never shows, should it ever be handed in: the statements and names are not logged on
 * purpose anywhere, so this is the second line of defence (pino redaction paths).
 */
export const redactedPaths: readonly string[] = [
  'token',
  '*.token',
  'pin',
  '*.pin',
  'digits',
  '*.digits',
  'matchingNumber',
  '*.matchingNumber',
  'residenceNumber',
  '*.residenceNumber',
  'birthDate',
  '*.birthDate',
  'securityCode',
  '*.securityCode',
  'statement',
  '*.statement',
  'personName',
  '*.personName',
  'certificate',
  '*.certificate',
  'photo',
  '*.photo',
];
