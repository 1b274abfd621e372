import { type Attempt, done } from '@honnin/outcome';
import type { CardChannel } from '../apdu/card-channel.ts';
import { STATUS_WORD } from '../apdu/status-word.ts';
import { fail } from '../fail.ts';
import { RESIDENCE_FILE, RESIDENCE_TAG } from './residence-card-files.ts';
import { objectText, residenceObjects } from './residence-objects.ts';
import type { ResidenceCardGeneration, ResidenceCardType } from './unverified-residence-card.ts';

/** What the free files of the MF tell. */
export interface ResidenceCardKind {
  readonly generation: ResidenceCardGeneration;
  readonly type: ResidenceCardType;
  readonly version: string;
}

const KINDS: ReadonlyMap<string, Pick<ResidenceCardKind, 'generation' | 'type'>> = new Map([
  ['1', { generation: 'first', type: 'residence-card' }],
  ['2', { generation: 'first', type: 'special-permanent-resident-certificate' }],
  ['05', { generation: 'second', type: 'residence-card' }],
  ['06', { generation: 'second', type: 'special-permanent-resident-certificate' }],
]);

/**
 * Reads MF/EF02 (kind of card) and MF/EF01 (version), both free. Null when that is no residence card;
 * `document-generation-unknown` for one of a kind that is not known here. The MF is current after reset; where
 * another program selected something before us, it is selected anew.
 */
export async function recogniseResidenceCard(
  channel: CardChannel,
): Promise<Attempt<ResidenceCardKind | null>> {
  let kind = await readFreeText(channel, RESIDENCE_FILE.kind, RESIDENCE_TAG.kind);
  if (kind.status === 'done' && kind.value === null) {
    const selected = await channel.send({ cla: 0, ins: 0xa4, p1: 0, p2: 0, data: Uint8Array.of(0x3f, 0) });
    if (selected.status === 'failed') return selected;
    if (selected.value.statusWord !== STATUS_WORD.ok) return done(null);
    kind = await readFreeText(channel, RESIDENCE_FILE.kind, RESIDENCE_TAG.kind);
  }
  if (kind.status === 'failed' || kind.value === null) return kind.status === 'failed' ? kind : done(null);
  const known = KINDS.get(kind.value);
  if (known === undefined) return fail('document-generation-unknown', `kind ${kind.value}`);
  const version = await readFreeText(channel, RESIDENCE_FILE.common, RESIDENCE_TAG.version);
  return version.status === 'failed' ? version : done({ ...known, version: version.value ?? '' });
}

/** Text of the one object of a small free file; null when the card does not give it. */
async function readFreeText(channel: CardChannel, sfi: number, tag: number): Promise<Attempt<string | null>> {
  const answer = await channel.send({ cla: 0, ins: 0xb0, p1: 0x80 | sfi, p2: 0, le: 0x100 });
  if (answer.status === 'failed') return answer;
  const { statusWord, data } = answer.value;
  if (statusWord !== STATUS_WORD.ok && statusWord !== STATUS_WORD.endOfFile) return done(null);
  const objects = residenceObjects(data, 'MF');
  return done(objects.status === 'failed' ? null : objectText(objects.value, tag));
}
