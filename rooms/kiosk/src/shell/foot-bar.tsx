import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useLanguage } from '../language/use-language.ts';
import { m } from '../messages/m.ts';
import { useSpokenGuidance } from '../voice/use-voice.ts';
import './foot-bar.css';

function FootButton(props: {
  readonly kind: string;
  readonly onPress: () => void;
  readonly icon: ReactNode;
  readonly children: string;
  readonly lang?: string;
  readonly isHidden?: boolean;
}) {
  return (
    <Button
      className={`foot-button foot-${props.kind} ${props.isHidden === true ? 'foot-away' : ''}`}
      onPress={props.onPress}
      isDisabled={props.isHidden === true}
    >
      <svg viewBox="0 0 48 48" aria-hidden="true">
        {props.icon}
      </svg>
      <span {...(props.lang === undefined ? {} : { lang: props.lang })}>{props.children}</span>
    </Button>
  );
}

/** What is always there, in the same place on every screen: stop, language, voice, help. */
export function FootBar(props: {
  readonly way: 'stop' | 'finish' | null;
  readonly callsStaff: boolean;
  /** Nobody needs help with being helped. */
  readonly staffIsComing: boolean;
  readonly onStop: () => void;
  readonly onHelp: () => void;
}) {
  const { language, choice } = useLanguage();
  const voice = useSpokenGuidance();
  const other = language === 'ja' ? 'en' : 'ja';
  return (
    <nav className="foot" aria-label={m.bar_label()}>
      <FootButton
        kind={props.way === 'finish' ? 'finish' : 'stop'}
        isHidden={props.way === null}
        onPress={props.onStop}
        icon={props.way === 'finish' ? <path d="M9 25l10 10 20-23" /> : <path d="M13 13l22 22M35 13L13 35" />}
      >
        {props.way === 'finish' ? m.finish() : m.stop()}
      </FootButton>
      <FootButton
        kind="language"
        lang={other}
        onPress={() => choice.choose(other)}
        icon={
          <>
            <circle cx="24" cy="24" r="18" />
            <path d="M6 24h36M24 6c-14 12-14 24 0 36M24 6c14 12 14 24 0 36" />
          </>
        }
      >
        {m.other_language()}
      </FootButton>
      {voice.available && (
        <FootButton
          kind="voice"
          onPress={() => voice.turn(!voice.on)}
          icon={<path d="M8 19v10h7l11 9V10L15 19zM32 17a9 9 0 0 1 0 14M37 11a17 17 0 0 1 0 26" />}
        >
          {voice.on ? m.voice_off() : m.voice_on()}
        </FootButton>
      )}
      <FootButton
        kind="help"
        isHidden={props.staffIsComing}
        onPress={props.onHelp}
        icon={
          <>
            <circle cx="24" cy="15" r="8" />
            <path d="M9 41c1-11 7-15 15-15s14 4 15 15z" />
          </>
        }
      >
        {props.callsStaff ? m.call_staff() : m.help()}
      </FootButton>
    </nav>
  );
}
