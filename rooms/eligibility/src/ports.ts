/** The present moment; passed in so that tests and replays can set it. */
export type Clock = () => Date;

/** That many unpredictable bytes. */
export type Random = (length: number) => Uint8Array;
