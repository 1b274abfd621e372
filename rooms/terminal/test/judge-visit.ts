import type { WalkedVisit } from './walk-command-faults.ts';

/** The failures that say: this could not be read, or lies there no more. None of them accuses anybody. */
const notRead: ReadonlySet<string> = new Set([
  'card-removed',
  'card-absent',
  'card-mute',
  'card-contact-lost',
  'card-not-answering',
  'card-answered-error',
  'card-data-malformed',
  'card-file-missing',
  'card-not-my-number',
  'document-not-supported',
  'card-issuer-certificate-malformed',
  'certificate-absent',
  'certificate-malformed',
  'response-torn',
  'secret-required',
]);

/** The failures by which a card closes a way, its counters being what it says. */
const waysClosed: ReadonlySet<string> = new Set([
  'pin-locked',
  'pin-last-try',
  'pin-not-usable',
  'matching-number-locked',
  'matching-number-last-try',
  'matching-number-tries-used',
]);

const forgery = 'card-proof-invalid';

/** The codes that fit a kind of fault exactly; any of `notRead` where none is named. */
const exact: Readonly<Record<string, readonly string[]>> = {
  dropped: ['card-contact-lost', 'card-not-answering'],
  'torn-at-status': ['response-torn'],
  'removed-before': ['card-removed'],
  'removed-after': ['card-removed'],
  swapped: ['card-removed'],
  late: [],
};

export interface RightAnswers {
  readonly certificate: string;
  readonly photo: string;
}

/** What is wrong with how a visit with one fault came out; null when it came out as it should. */
export function judgeVisit(visit: WalkedVisit, right: RightAnswers): string | null {
  const { end, path, kind, next } = visit;
  if (next !== true) return `the next card was not read: ${next}`;
  const spent = tooManySpent(visit);
  if (spent !== null) return spent;
  switch (end.kind) {
    case 'hung':
      return 'the visit came to no end';
    case 'verified':
      if (path.startsWith('wrong')) return 'a wrong secret identified somebody';
      if (end.certificate !== right.certificate) return 'somebody else was identified, or nobody';
      if (path === 'face' && end.photo !== right.photo) return 'the face was compared with another photo';
      return kind.id === 'removed-before' || kind.id === 'swapped' ? 'identified without the card' : null;
    case 'asked-again':
    case 'last-try':
      return path.startsWith('wrong') || ['wrong-secret', 'replayed'].includes(kind.id)
        ? null
        : `a right secret was ${end.kind}`;
    case 'way-closed':
    case 'refused':
      return judgeCode(visit, end.code ?? 'none');
  }
}

function judgeCode({ kind }: WalkedVisit, code: string): string | null {
  const fitting = exact[kind.id];
  if (fitting !== undefined) return fitting.includes(code) ? null : `${code} does not fit`;
  if (notRead.has(code)) return null;
  if (waysClosed.has(code)) {
    return ['locked', 'wrong-secret', 'replayed'].includes(kind.id) ? null : `${code}, and nothing is locked`;
  }
  // Only a card that gives an answer that it did not work out is taken for one without the key.
  return code === forgery && ['replayed', 'empty-success'].includes(kind.id)
    ? null
    : `${code} for what could only not be read`;
}

/** A wrong secret may cost one try, a right one none. */
function tooManySpent({ path, triesBefore, triesAfter }: WalkedVisit): string | null {
  const allowed = path.startsWith('wrong') ? 1 : 0;
  for (const [secret, before] of triesBefore) {
    const spent = before - (triesAfter.get(secret) ?? 0);
    if (spent > allowed) return `${spent} tries spent of ${secret}`;
  }
  return null;
}
