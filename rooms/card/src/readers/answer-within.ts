/** What `answerWithin` gives for a call that has not come back. */
export const LATE: unique symbol = Symbol('late');

/** Waits for a call, but not for ever; the call itself goes on, since nothing can take it back. */
export async function answerWithin<T>(call: Promise<T>, milliseconds: number): Promise<T | typeof LATE> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<typeof LATE>((resolve) => {
    timer = setTimeout(() => resolve(LATE), milliseconds);
  });
  try {
    return await Promise.race([call, late]);
  } finally {
    clearTimeout(timer);
  }
}
