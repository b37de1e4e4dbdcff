// A finding: something wrong or unwise about a row, a setting or a line of the log, in words a person understands.

export interface Finding {
  /** Kebab-case, stable, such as `duplicate-id`. */
  code: string;
  /** An error keeps something from being used; a warning never blocks. */
  severity: 'error' | 'warning';
  /** One sentence: what is wrong and what to do. */
  message: string;
  /** The experiment it is about, where known. */
  id?: string;
  /** The field's key, where it is about one. */
  field?: string;
  /** The line of the log, from 1, where it is about one. */
  line?: number;
}

/** The code of the finding that a duration is not understood. */
export const UNDATABLE = 'undatable-duration';

/** The code of the finding that what was adopted has not come to a place by its day. */
export const DUE_PLACES = 'due-places';

/** Whether an experiment needs fixing: something of it cannot be used. Sidebar, dashboard and Check register count by this. */
export function needsFixing(findings: readonly Pick<Finding, 'severity' | 'code'>[]): boolean {
  return findings.some(({ severity, code }) => severity === 'error' || code === UNDATABLE);
}
