/** A drawn person where the camera's picture would be, as large as a person at the right distance. */
export function drawSomebody(
  context: CanvasRenderingContext2D,
  size: { readonly width: number; readonly height: number },
): void {
  const ellipse = (colour: string, x: number, y: number, rx: number, ry: number) => {
    context.fillStyle = colour;
    context.beginPath();
    context.ellipse(x, y, rx, ry, 0, 0, Math.PI * 2);
    context.fill();
  };
  const middle = size.width / 2;
  const ground = context.createLinearGradient(0, 0, 0, size.height);
  ground.addColorStop(0, '#c9d3dc');
  ground.addColorStop(1, '#9aa7b4');
  context.fillStyle = ground;
  context.fillRect(0, 0, size.width, size.height);
  ellipse('#3f5f93', middle, 480, 190, 150);
  context.fillStyle = '#d9a581';
  context.fillRect(middle - 32, 270, 64, 90);
  ellipse('#37302d', middle, 172, 86, 92);
  ellipse('#edc09b', middle, 216, 70, 90);
  ellipse('#37302d', middle - 26, 206, 7, 7);
  ellipse('#37302d', middle + 26, 206, 7, 7);
  context.strokeStyle = '#9c5940';
  context.lineWidth = 5;
  context.beginPath();
  context.arc(middle, 242, 26, 0.25 * Math.PI, 0.75 * Math.PI);
  context.stroke();
}
