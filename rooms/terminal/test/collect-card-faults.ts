import { createHash } from 'node:crypto';
import { createFaultyCard, createVirtualCard, type FaultPlan } from '@honnin/card-simulator';
import { type CardSituation, cardsOfEverySituation, outcomeOf } from './cards-of-every-situation.ts';
import { damagedFiles } from './damaged-files.ts';
import { layOutFaultDesk, type VisitEnd } from './fault-desk.ts';
import { forgeCards } from './forged-cards.ts';
import { holder, issueCard, makeAuthority } from './lay-out-terminal.ts';
import { type WalkedVisit, walkCommandFaults } from './walk-command-faults.ts';

/** What came of a card that is wrong as a whole, on each path, and whether the next card was read. */
export interface WholeCard {
  readonly words: string;
  readonly ends: Readonly<Record<'face' | 'pin', VisitEnd>>;
  readonly next: readonly (true | string)[];
}

/** Everything that docs/card-faults.md tells, as it came out in visits on a terminal. */
export interface CollectedCardFaults {
  readonly walked: readonly WalkedVisit[];
  readonly damaged: readonly WholeCard[];
  readonly forged: readonly WholeCard[];
  readonly situations: readonly (WholeCard & { readonly situation: CardSituation })[];
  /** The right answers: certificate of the holder (base64), SHA-256 of the photo on the card (hexadecimal). */
  readonly right: { readonly certificate: string; readonly photo: string };
}

/** Plays every visit in process; about a minute. */
export async function collectCardFaults(): Promise<CollectedCardFaults> {
  const authority = await makeAuthority();
  const record = (await issueCard(authority)).snapshot();
  const other = (await issueCard(authority, { name: '別人　次郎', sex: '1' })).snapshot();
  await using desk = await layOutFaultDesk({ authority });
  const usual = await desk.visit(createVirtualCard(record), 'pin');
  if (usual.certificate === null) throw new Error(`a card in order was not read: ${outcomeOf(usual)}`);

  const walked: WalkedVisit[] = [];
  for (const path of ['face', 'pin', 'wrong-number', 'wrong-pin'] as const) {
    const walk = walkCommandFaults({
      desk,
      record,
      other,
      path,
      // Up to the secret, a visit with a wrong one is the same as with the right one.
      only: (step) => !path.startsWith('wrong') || step === 'PIN' || step === 'matching number',
    });
    for await (const visit of walk) walked.push(visit);
  }

  const whole = async (words: string, lay: CardSituation['lay']): Promise<WholeCard> => {
    const next: (true | string)[] = [];
    const visit = async (path: 'face' | 'pin') => {
      const end = await desk.visit(lay(), path);
      next.push(await desk.reads(createVirtualCard(other)));
      return end;
    };
    return { words, ends: { face: await visit('face'), pin: await visit('pin') }, next };
  };
  const damaged: WholeCard[] = [];
  for (const { words, flipped } of damagedFiles(record)) {
    const plan: FaultPlan = { format: 'honnin-faults/1', faults: [], flippedBits: [flipped] };
    damaged.push(await whole(words, () => createFaultyCard(record, plan)));
  }
  const forged: WholeCard[] = [];
  for (const { words, lay } of await forgeCards(authority, record)) forged.push(await whole(words, lay));
  const situations: (WholeCard & { situation: CardSituation })[] = [];
  for (const situation of await cardsOfEverySituation(authority)) {
    situations.push({ ...(await whole(situation.words, situation.lay)), situation });
  }
  const photo = createHash('sha256')
    .update(holder.photo ?? '')
    .digest('hex');
  return { walked, damaged, forged, situations, right: { certificate: usual.certificate, photo } };
}
