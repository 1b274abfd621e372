/** What the residence card of a persona says beside their name, birth date and address. */
export interface ResidencePermit {
  /** Invented: nobody has it. */
  readonly number: string;
  /** ISO 3166 alpha-3; the issuer's own table of codes is not public here. */
  readonly nationality: string;
  readonly nationalityName: string;
  readonly status: string;
  readonly statusName: string;
  readonly period: string;
  readonly expiryDate: string;
}

/** The personas who are foreign residents. */
export const residencePermits: ReadonlyMap<string, ResidencePermit> = new Map([
  [
    'nguyen',
    {
      number: 'XV20260401NA',
      nationality: 'VNM',
      nationalityName: 'ベトナム',
      status: 'DEPENDENT',
      statusName: '家族滞在 Dependent',
      period: '0300',
      expiryDate: '2029-04-15',
    },
  ],
  [
    'okafor',
    {
      number: 'XN20250910KF',
      nationality: 'NGA',
      nationalityName: 'ナイジェリア',
      status: 'PERMANENT',
      statusName: '永住者 Permanent Resident',
      period: '0000',
      expiryDate: '2032-09-10',
    },
  ],
]);
