/** What `honnin doctor` found out about one thing. */
export interface Finding {
  readonly name: string;
  /** `warning`: works, but not as it should at a real counter. `missing`: has to be mended first. */
  readonly status: 'ok' | 'warning' | 'missing';
  readonly found: string;
  /** Empty when there is nothing to do. */
  readonly toDo: string;
}

export const fine = (name: string, found: string): Finding => ({ name, status: 'ok', found, toDo: '' });
export const poor = (name: string, found: string, toDo: string): Finding => ({
  name,
  status: 'warning',
  found,
  toDo,
});
export const lacking = (name: string, found: string, toDo: string): Finding => ({
  name,
  status: 'missing',
  found,
  toDo,
});

export interface Diagnosis {
  readonly status: 'ready' | 'limited' | 'not-ready';
  readonly findings: readonly Finding[];
}

/** The whole follows its worst part. */
export function diagnose(findings: readonly Finding[]): Diagnosis {
  const has = (status: Finding['status']) => findings.some((finding) => finding.status === status);
  return { status: has('missing') ? 'not-ready' : has('warning') ? 'limited' : 'ready', findings };
}
