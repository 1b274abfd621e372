import { readFile } from 'node:fs/promises';
import {
  type CardRecord,
  createVirtualCard,
  createVirtualResidenceCard,
  parseCardRecord,
  parseResidenceCardRecord,
  type ResidenceCardRecord,
  type VirtualChip,
} from '@honnin/card-simulator';
import { type Attempt, done, failed, reason } from '@honnin/outcome';

/** A simulated card of either kind, out of its file. */
export type CardFile =
  | { readonly kind: 'my-number-card'; readonly record: CardRecord }
  | { readonly kind: 'residence-card'; readonly record: ResidenceCardRecord };

/** Reads a simulated card's file, whatever card it is; fails with `file-unreadable` or `card-record-malformed`. */
export async function readCardFile(file: string): Promise<Attempt<CardFile>> {
  let json: unknown;
  try {
    json = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return failed(reason('card-record-malformed', `${file} is not JSON`));
    return failed(reason('file-unreadable', `${file}: ${(error as NodeJS.ErrnoException).code ?? 'error'}`));
  }
  if (isResidenceCard(json)) {
    const record = parseResidenceCardRecord(json);
    return record.status === 'failed' ? record : done({ kind: 'residence-card', record: record.value });
  }
  const record = parseCardRecord(json);
  return record.status === 'failed' ? record : done({ kind: 'my-number-card', record: record.value });
}

const isResidenceCard = (json: unknown) =>
  typeof json === 'object' && json !== null && 'format' in json && json.format === 'honnin-residence-card/1';

/** Powers the card up. `record` is what is kept of it afterwards; null when it keeps nothing. */
export function powerUp(file: CardFile): { readonly chip: VirtualChip; record(): unknown } {
  if (file.kind === 'residence-card')
    return { chip: createVirtualResidenceCard(file.record), record: () => null };
  const card = createVirtualCard(file.record);
  return { chip: card, record: () => card.snapshot() };
}
