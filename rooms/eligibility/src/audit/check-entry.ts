/** One answer with everything that is stored of it. */
export interface CheckEntry {
  readonly checkId: string;
  readonly institutionCode: string;
  readonly requestId: string;
  readonly requestHash: Uint8Array;
  /** Used up by this answer; `null` when it uses none. */
  readonly nonce: string | null;
  readonly processedAt: Date;
  readonly status: 'verified' | 'rejected' | 'undetermined';
  /** The exact text of the answer. */
  readonly answer: string;
  /** The exact text of the audit row. */
  readonly audit: string;
}
