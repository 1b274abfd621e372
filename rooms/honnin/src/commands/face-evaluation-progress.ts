/** One state of a long work: a bar where somebody watches, words alone in a log. */
export function progressText(
  step: string,
  text: string,
  share: number,
  watched = process.stderr.isTTY,
): string {
  const percent = `${String(Math.floor(share * 100)).padStart(3)} %`;
  if (!watched) return `${step}: ${percent.trimStart()}, ${text}`;
  const full = Math.round(share * 20);
  return `[${'#'.repeat(full)}${'.'.repeat(20 - full)}] ${percent} ${step}, ${text}`;
}
