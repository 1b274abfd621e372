import { systemClock } from '../card/card-clock.ts';
import { createVirtualCard, type VirtualCard, type VirtualCardOptions } from '../card/virtual-card.ts';
import type { CardRecord } from '../issuing/card-record.ts';
import { type CommandPlace, followSelection } from './command-place.ts';
import type { FaultPlace, FaultPlan } from './fault-plan.ts';
import { flipBits } from './flip-bits.ts';
import { spoilAnswer } from './spoil-answer.ts';

export interface FaultyCardOptions extends Omit<VirtualCardOptions, 'air'> {
  /** Takes the card off its reader; without it a removal is a card that falls silent for good. */
  readonly leave?: () => void;
  /** Hears of every command that is carried out, with the chip's own answer, before any fault. */
  readonly onCommand?: (place: CommandPlace, answer: Uint8Array) => void;
}

/** What a reader makes of two cards that answer at once: the initial character is none (ISO/IEC 7816-3 8.1). */
const garbled = Uint8Array.of(0x00, 0x00, 0x00, 0x00);
const nothing = new Uint8Array(0);

/**
 * A card with the faults of a plan at its border: the chip works as always, counters and all, and what its
 * reader hears of it does not. In process and through vpcd alike; an empty response is one that never comes.
 */
export function createFaultyCard(
  record: CardRecord,
  plan: FaultPlan,
  options: FaultyCardOptions = {},
): VirtualCard {
  const { leave, onCommand, ...rest } = options;
  const { clock = systemClock } = rest;
  const card = createVirtualCard(record, { ...rest, ...(plan.air === undefined ? {} : { air: plan.air }) });
  const follower = followSelection();
  const met = new Map<FaultPlan['faults'][number], number>();
  const heard = new Map<string, Uint8Array>();
  let gone = false;
  let busy: Promise<unknown> = Promise.resolve();

  const faultAt = (place: CommandPlace) => {
    const entry = plan.faults.find(
      (each) => fits(each.at, place) && (each.times === 'always' || (met.get(each) ?? 0) < (each.times ?? 1)),
    );
    if (entry !== undefined) met.set(entry, (met.get(entry) ?? 0) + 1);
    return entry?.fault ?? null;
  };

  const takeAway = () => {
    gone = leave === undefined;
    leave?.();
    return nothing;
  };

  const transmitNow = async (command: Uint8Array): Promise<Uint8Array> => {
    if (gone || plan.answerToReset !== undefined) return nothing;
    const place = follower.placeOf(command);
    const fault = faultAt(place);
    if (fault?.kind === 'card-removed' && fault.moment === 'before') return takeAway();
    if (fault?.kind === 'answer-late') await clock.sleep(fault.byMs);
    const kindOfCommand = Buffer.from(command.subarray(0, 4)).toString('hex');
    const answer = flipBits(await card.transmit(command), place, plan.flippedBits ?? []);
    follower.heed(command, answer);
    onCommand?.(place, answer);
    const earlier = heard.get(kindOfCommand) ?? null;
    if (earlier === null) heard.set(kindOfCommand, answer.slice());
    if (fault?.kind === 'card-removed') return takeAway();
    return fault === null ? answer : spoilAnswer(fault, answer, earlier);
  };

  return {
    atr: plan.answerToReset === undefined ? card.atr : garbled,
    transmit(command) {
      const response = busy.then(() => transmitNow(command));
      busy = response.catch(() => undefined);
      return response;
    },
    reset() {
      follower.reset();
      card.reset();
    },
    snapshot: () => card.snapshot(),
  };
}

function fits(at: FaultPlace, { number, ins, application, file }: CommandPlace): boolean {
  if ('command' in at) return number === at.command;
  if ('every' in at) return number % at.every === 0;
  return (
    ins === Number.parseInt(at.ins, 16) &&
    (at.application === undefined || at.application === application) &&
    (at.file === undefined || at.file === file)
  );
}
