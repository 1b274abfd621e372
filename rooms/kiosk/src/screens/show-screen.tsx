import type { Screen } from '@honnin/terminal/screen-protocol';
import type { RefObject } from 'react';
import type { CameraState } from '../camera/camera.ts';
import type { MatchingDraft } from '../entry/matching-draft.ts';
import { m } from '../messages/m.ts';
import { CardOnReader } from '../pictures/card-on-reader.tsx';
import { LookingPicture } from '../pictures/looking-picture.tsx';
import { ChooseMethodScreen } from './choose-method-screen.tsx';
import { type ConsentPage, ConsentsScreen } from './consents-screen.tsx';
import { DoneScreen } from './done-screen.tsx';
import { FaceScreen } from './face-screen.tsx';
import { FailureScreen } from './failure-screen.tsx';
import { InsuranceAtDeskScreen } from './insurance-at-desk-screen.tsx';
import { MatchingNumberScreen, type MatchingPart } from './matching-number-screen.tsx';
import { PinScreen } from './pin-screen.tsx';
import { ResidenceNumberScreen } from './residence-number-screen.tsx';
import { ShowCardScreen } from './show-card-screen.tsx';
import { StaffScreen } from './staff-screen.tsx';
import { StillThereScreen } from './still-there-screen.tsx';
import { WaitingScreen } from './waiting-screen.tsx';
import { WelcomeScreen } from './welcome-screen.tsx';

/** What screens need besides what the agent sent. */
export interface ScreenSurroundings {
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly camera: CameraState | 'opening';
  readonly draft: MatchingDraft;
  readonly onDraft: (draft: MatchingDraft) => void;
  readonly now: () => Date;
  /** For the gallery: where a screen of several pages begins. */
  readonly firstPage?: { readonly consents?: ConsentPage; readonly matching?: MatchingPart };
}

/** The agent's screen, drawn. */
export function ShowScreen(props: { readonly screen: Screen; readonly around: ScreenSurroundings }) {
  const { screen, around } = props;
  const { consents, matching } = around.firstPage ?? {};
  switch (screen.name) {
    case 'welcome':
      return <WelcomeScreen reader={screen.reader} />;
    case 'reading-card':
      return (
        <WaitingScreen
          name={screen.name}
          heading={m.reading_heading()}
          lead={m.reading_lead()}
          picture={<CardOnReader laid />}
        />
      );
    case 'choose-method':
      return <ChooseMethodScreen screen={screen} />;
    case 'show-card':
      return <ShowCardScreen screen={screen} canvas={around.canvas} camera={around.camera} />;
    case 'lay-card-again':
      return (
        <WaitingScreen
          name={screen.name}
          heading={m.lay_again_heading()}
          lead={m.lay_again_lead()}
          picture={<CardOnReader />}
        />
      );
    case 'matching-number':
      return (
        <MatchingNumberScreen
          screen={screen}
          draft={around.draft}
          onDraft={around.onDraft}
          now={around.now}
          {...(matching === undefined ? {} : { firstPart: matching })}
        />
      );
    case 'residence-number':
      return <ResidenceNumberScreen screen={screen} draft={around.draft} onDraft={around.onDraft} />;
    case 'face':
      return <FaceScreen screen={screen} canvas={around.canvas} camera={around.camera} />;
    case 'pin':
      return <PinScreen screen={screen} />;
    case 'checking':
      return (
        <WaitingScreen
          name={screen.name}
          heading={m.checking_heading()}
          lead={m.checking_lead()}
          picture={<CardOnReader laid />}
        />
      );
    case 'consents':
      return <ConsentsScreen screen={screen} {...(consents === undefined ? {} : { firstPage: consents })} />;
    case 'looking-up':
      return (
        <WaitingScreen
          name={screen.name}
          heading={m.looking_heading()}
          lead={m.looking_lead()}
          picture={<LookingPicture />}
        />
      );
    case 'waiting-for-staff':
      return <StaffScreen screen={screen} />;
    case 'done':
      return <DoneScreen screen={screen} />;
    case 'insurance-at-desk':
      return <InsuranceAtDeskScreen screen={screen} />;
    case 'failure':
      return <FailureScreen key={screen.failure.code} screen={screen} />;
    case 'still-there':
      return <StillThereScreen secondsLeft={screen.secondsLeft} />;
  }
}
