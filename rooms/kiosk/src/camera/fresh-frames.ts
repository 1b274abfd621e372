/** A camera that has shown nothing new for this long is asked no more: what it shows is sent again as it is. */
const patienceMs = 1_000;

/**
 * Lets each picture of a camera through once: one that is slower than the loop which sends, as webcams are in
 * dim light, must not look like one that is frozen. Pictures without a time all pass.
 */
export function createFreshFrames(): (captured: number | null, now: number) => boolean {
  let last: { readonly captured: number; readonly at: number } | null = null;
  return (captured, now) => {
    if (captured === null) return true;
    if (last !== null && last.captured === captured && now - last.at < patienceMs) return false;
    last = { captured, at: now };
    return true;
  };
}
