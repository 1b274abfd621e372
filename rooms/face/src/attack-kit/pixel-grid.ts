/**
 * What a camera pixel that is `span` screen pixels wide sees of stripes that repeat every screen pixel and shine
 * from `start` over `share` of it, at `position` (all in screen pixels); 1 is the mean. Exact for a box-shaped
 * pixel, so the beat of the two grids (moiré) is that of the real sampling.
 */
export function gridShine(position: number, span: number, start: number, share: number): number {
  const low = position - span / 2 - start;
  return (lit(low + span, share) - lit(low, share)) / (span * share);
}

/** Length of the shining parts between 0 and `x`. */
function lit(x: number, share: number): number {
  const whole = Math.floor(x);
  return whole * share + Math.min(x - whole, share);
}
