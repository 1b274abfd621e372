import { exchangeFailures, type FailureCode } from './failures.ts';
import type { OqsElement } from './oqs-element.ts';
import type { OqsFinding } from './oqs-report.ts';

interface Place {
  readonly path: string;
  readonly element?: OqsElement | undefined;
  readonly detail?: string | undefined;
  readonly severity?: 'error' | 'warning';
}

/** Builds a finding out of the failure table; `line` is filled in later, from the element's offset. */
export function finding(code: FailureCode, place: Place): OqsFinding & { offset?: number } {
  const { number, staff } = exchangeFailures[code];
  return {
    code,
    number,
    severity: place.severity ?? 'error',
    path: place.path,
    ...(place.detail === undefined ? {} : { detail: place.detail }),
    message: staff,
    ...(place.element?.offset === undefined ? {} : { offset: place.element.offset }),
  };
}
