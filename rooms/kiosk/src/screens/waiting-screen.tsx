import type { ReactNode } from 'react';
import { ScreenLayout } from '../parts/screen-layout.tsx';

/** Something is being done and nothing is asked of the person: reading, checking, looking up, starting. */
export function WaitingScreen(props: {
  readonly name: string;
  readonly heading: string;
  readonly lead: string;
  readonly picture: ReactNode;
}) {
  return (
    <ScreenLayout
      name={props.name}
      heading={props.heading}
      lead={
        <>
          <p>{props.lead}</p>
          <div className="pulse" aria-hidden="true">
            <span />
            <span />
            <span />
          </div>
        </>
      }
      picture={props.picture}
    />
  );
}
