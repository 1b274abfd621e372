import { type Encoded, type EncodedPathOptions, validateEncodedPath } from '../src/index.ts';
import { now, type Party } from './workshop.ts';

/** A certificate as suites give it: in PEM. */
export function pem(der: Uint8Array, label = 'CERTIFICATE'): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}

type Given = Party | { readonly der: Uint8Array };

const encoded = (given: Given): Encoded => pem('der' in given ? given.der : given.certificate.der);

/** One question of a suite, as its files put it. */
export interface SuiteCase extends Partial<Omit<EncodedPathOptions, 'certificates' | 'anchors'>> {
  readonly leaf: Given;
  readonly between?: readonly Given[];
  readonly anchors: readonly Given[];
}

/** Suites know two answers: what is not verified is invalid. Issuers are held to their profile unless a case says not. */
export async function answer({
  leaf,
  between = [],
  anchors,
  ...more
}: SuiteCase): Promise<'valid' | 'invalid'> {
  const { status } = await validateEncodedPath({
    certificates: [leaf, ...between].map(encoded),
    anchors: anchors.map(encoded),
    at: now,
    profile: 'enforced',
    ...more,
  });
  return status === 'verified' ? 'valid' : 'invalid';
}

/** A row of a table of cases. */
export type Row = readonly [what: string, expected: 'valid' | 'invalid', make: () => SuiteCase];
