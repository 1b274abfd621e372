import { type PrintEngine, type RgbImage, startPrintReading } from '@honnin/printed-card/engine';
import type { PrintedCard } from '@honnin/printed-card/sample-kit';
import { today } from './sample-people.ts';

export interface ShownCard {
  readonly outcome: 'right' | 'wrong' | 'not-read';
  readonly frames: number;
  readonly frameMs: readonly number[];
}

/** Shows a card for at most so many frames, as somebody would who then types; null: whatever is read is wrong. */
export async function readShownCard(
  engine: PrintEngine,
  card: PrintedCard | null,
  frames: number,
  photograph: () => RgbImage,
): Promise<ShownCard> {
  const reading = startPrintReading(engine.reader, today);
  const frameMs: number[] = [];
  for (let frame = 1; frame <= frames; frame++) {
    const picture = photograph();
    const start = performance.now();
    const sight = await reading.see(picture);
    frameMs.push(performance.now() - start);
    if (sight.status !== 'read') continue;
    const { birthDate, expiryYear, securityCode } = sight.number;
    const right =
      card !== null &&
      birthDate === card.birthDate &&
      expiryYear === Number(card.expiryDate.slice(0, 4)) &&
      securityCode === card.securityCode;
    return { outcome: right ? 'right' : 'wrong', frames: frame, frameMs };
  }
  return { outcome: 'not-read', frames, frameMs };
}
