/** How long the terminal waits; milliseconds, and every one of them can be set by the operator. */
export interface Timeouts {
  /** Without a touch, until the person is asked whether they are still there. */
  readonly idleMs: number;
  /** After that question, until the visit ends (WCAG 2.2.1: at least 20 seconds to answer). */
  readonly stillThereMs: number;
  /** While staff is awaited. */
  readonly staffMs: number;
  /** How long a result or failure stays on the screen after the card was taken. */
  readonly resultMs: number;
  /** How long a result stays while the card has not been taken; then only the card is asked for. */
  readonly cardLeftMs: number;
  /** For showing the printed side of the card, until the person is asked to type. */
  readonly cardPrintMs: number;
  /** From the face screen to the first frame. */
  readonly cameraMs: number;
  /** Beyond the face policy's own limit, until a face attempt is closed from outside. */
  readonly faceSlackMs: number;
  /** For one answer of reception. */
  readonly receptionMs: number;
  /** For one answer of reception to a whole identification: it asks the eligibility service. */
  readonly resultAnswerMs: number;
  /** What one long poll asks for, and the pause after one that failed. */
  readonly staffPollSeconds: number;
  readonly staffPollPauseMs: number;
}

export const defaultTimeouts: Timeouts = {
  idleMs: 60_000,
  stillThereMs: 20_000,
  staffMs: 300_000,
  resultMs: 10_000,
  cardLeftMs: 30_000,
  cardPrintMs: 60_000,
  cameraMs: 30_000,
  faceSlackMs: 5_000,
  receptionMs: 5_000,
  resultAnswerMs: 20_000,
  staffPollSeconds: 20,
  staffPollPauseMs: 1_000,
};
