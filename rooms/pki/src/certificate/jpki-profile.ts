/**
 * Object identifiers of the JPKI certificate profile, as far as public clients show them. The official
 * profile was not at hand; see the README for what is known and what is a guess.
 */
export const jpkiProfile = {
  /** Certificate policies (certificatePolicies) of test certificates. */
  policies: {
    authentication: '1.2.392.200149.8.5.1.3.30',
    /** The arc of the test hierarchy; production uses …1.1.20. */
    signature: '1.2.392.200149.8.5.1.0.20',
  },
  /** Kinds of otherName in the signature certificate's subjectAltName; the values are UTF8String. */
  otherNames: {
    name: '1.2.392.200149.8.5.5.1',
    /** Which characters of the name are substitutes. */
    nameSubstitutes: '1.2.392.200149.8.5.5.2',
    /** 1 male, 2 female, 3 other. */
    sex: '1.2.392.200149.8.5.5.3',
    /** EYYYYMMDD; E is the era, 1 Meiji to 5 Reiwa, 0 unknown. */
    birthDate: '1.2.392.200149.8.5.5.4',
    address: '1.2.392.200149.8.5.5.5',
    addressSubstitutes: '1.2.392.200149.8.5.5.6',
  },
} as const;
