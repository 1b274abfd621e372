import { type Camera, frameSize } from './camera.ts';
import { createSensorNoise } from './sensor-noise.ts';
import { tremorAt } from './tremor.ts';

/** How wide the card is held before the camera, in pixels of the frame, and how askew at first and in the end. */
const cardWidth = 540;
const askew = { first: -0.16, last: -0.03 } as const;
/** Somebody needs a moment to take the card in hand, and another to hold it still. */
const handMs = 700;
const settleMs = 900;

/** Demo only: the drawn front of a card, brought before the camera by a hand that trembles. */
export async function openHeldCard(url: string): Promise<Camera | 'missing'> {
  const picture = new Image();
  picture.src = url;
  try {
    await picture.decode();
  } catch {
    return 'missing';
  }
  const opened = performance.now();
  const noise = createSensorNoise(Math.random);
  let drawnAt = opened;
  return {
    facts: { label: 'Honnin demo: a card that is held up', ...frameSize, frameRate: 25 },
    captured: () => drawnAt,
    draw(canvas) {
      const context = canvas.getContext('2d');
      if (context === null) return false;
      drawnAt = performance.now();
      const ms = drawnAt - opened;
      context.fillStyle = '#878b90';
      context.fillRect(0, 0, canvas.width, canvas.height);
      const held = Math.min(1, Math.max(0, (ms - handMs) / settleMs));
      if (held > 0) {
        const { x, y, turn } = tremorAt(ms);
        const height = (cardWidth * picture.height) / picture.width;
        context.save();
        context.translate(canvas.width / 2 + x, canvas.height / 2 + y + (1 - held) * canvas.height);
        context.rotate(askew.first + (askew.last - askew.first) * held + turn);
        context.beginPath();
        context.roundRect(-cardWidth / 2, -height / 2, cardWidth, height, 20);
        context.clip();
        context.drawImage(picture, -cardWidth / 2, -height / 2, cardWidth, height);
        context.restore();
      }
      noise(context);
      return true;
    },
    heed: () => undefined,
    [Symbol.dispose]: () => undefined,
  };
}
