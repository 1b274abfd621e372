/** A drawn card where the camera's picture would be, held a little askew. */
export function drawHeldCard(
  context: CanvasRenderingContext2D,
  size: { readonly width: number; readonly height: number },
): void {
  const box = (colour: string, x: number, y: number, width: number, height: number) => {
    context.fillStyle = colour;
    context.fillRect(x, y, width, height);
  };
  box('#8f969c', 0, 0, size.width, size.height);
  context.save();
  // The screen shows the picture as a mirror does; the drawing is turned back so that it can be read.
  context.translate(size.width / 2, size.height / 2);
  context.scale(-1, 1);
  context.rotate(0.03);
  context.translate(-265, -167);
  context.fillStyle = '#fdf3f6';
  context.beginPath();
  context.roundRect(0, 0, 530, 334, 20);
  context.fill();
  box('#efbccb', 0, 128, 530, 32);
  box('#dcebfa', 24, 140, 124, 160);
  for (const [y, width] of [
    [26, 210],
    [68, 300],
    [188, 180],
    [224, 210],
    [258, 90],
    [310, 0],
  ] as const) {
    box('#5d4a52', 166, y, width, 13);
  }
  box('#5d4a52', 58, 308, 56, 14);
  context.restore();
}
