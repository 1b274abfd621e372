/** Puts text on the clipboard. False when the browser does not allow it, as on a page without HTTPS. */
export async function copyText(value: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(value);
    return true;
  } catch {
    return false;
  }
}
