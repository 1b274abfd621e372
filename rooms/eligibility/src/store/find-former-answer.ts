import type pg from 'pg';

/** What was answered to the same request before. */
export interface FormerAnswer {
  readonly requestHash: Buffer;
  /** The exact text. */
  readonly answer: string;
}

/** Finds the final answer to a request; undetermined ones are not final. */
export async function findFormerAnswer(
  pool: pg.Pool,
  institutionCode: string,
  requestId: string,
): Promise<FormerAnswer | null> {
  const { rows } = await pool.query<{ request_sha256: Buffer; answer: string }>({
    name: 'eligibility-find-former-answer',
    text: `SELECT request_sha256, answer FROM eligibility.check_record
      WHERE institution_code = $1 AND request_id = $2 AND status <> 'undetermined'`,
    values: [institutionCode, requestId],
  });
  const row = rows[0];
  return row === undefined ? null : { requestHash: row.request_sha256, answer: row.answer };
}
