import type { ReaderState } from '@honnin/terminal/screen-protocol';
import { m } from '../messages/m.ts';
import { ScreenLayout } from '../parts/screen-layout.tsx';
import { CardOnReader } from '../pictures/card-on-reader.tsx';
import { DeskPicture } from '../pictures/desk-picture.tsx';

/** Waits for a card; says so plainly when the reader cannot take one. */
export function WelcomeScreen(props: { readonly reader: ReaderState }) {
  if (props.reader !== 'ready') {
    const missing = props.reader === 'missing';
    return (
      <ScreenLayout
        name="welcome"
        tone="care"
        heading={missing ? m.welcome_missing_heading() : m.welcome_down_heading()}
        lead={missing ? m.welcome_missing_lead() : m.welcome_down_lead()}
        picture={<DeskPicture />}
      />
    );
  }
  return (
    <ScreenLayout
      name="welcome"
      shape="hero"
      heading={m.welcome_heading()}
      lead={m.welcome_lead()}
      picture={<CardOnReader />}
    >
      <ul className="tips">
        <li>{m.welcome_tip_case()}</li>
        <li>{m.welcome_tip_stay()}</li>
        <li>{m.welcome_tip_ways()}</li>
      </ul>
    </ScreenLayout>
  );
}
