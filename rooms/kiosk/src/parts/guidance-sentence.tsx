import type { ReactNode } from 'react';

/** The one sentence of what to do now, said at once when it changes; advice stands out. */
export function GuidanceSentence(props: { readonly isAdvice: boolean; readonly children: ReactNode }) {
  return (
    <p
      className={`guidance ${props.isAdvice ? 'guidance-advice' : ''}`}
      role="status"
      aria-live="assertive"
      data-spoken-live
    >
      {props.children}
    </p>
  );
}
