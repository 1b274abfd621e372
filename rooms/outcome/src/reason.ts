/**
 * Why an outcome is what it is. `code` is a kebab-case name out of a failure table; `detail` is for the
 * log and the developer, never for the patient, and holds no personal data.
 */
export interface Reason {
  readonly code: string;
  readonly detail?: string;
}

/** Builds a reason; leaves `detail` out when there is none. */
export function reason(code: string, detail?: string): Reason {
  return detail === undefined ? { code } : { code, detail };
}
