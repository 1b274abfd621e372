import type { ReactNode } from 'react';

/** A field that is only read. */
export function PlainField(props: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="field">
      <dt>{props.label}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}
