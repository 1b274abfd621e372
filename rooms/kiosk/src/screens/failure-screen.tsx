import { ActionButton } from '@honnin/appearance';
import type { FailureAction, Screen, ScreenMessage } from '@honnin/terminal/screen-protocol';
import { useAgent } from '../agent/use-agent.ts';
import { useLanguage } from '../language/use-language.ts';
import { m } from '../messages/m.ts';
import { ScreenLayout } from '../parts/screen-layout.tsx';
import { splitFirstSentence } from '../parts/split-first-sentence.ts';
import { useCountdown } from '../parts/use-countdown.ts';
import { ClockPicture } from '../pictures/clock-picture.tsx';
import { NoticePicture } from '../pictures/notice-picture.tsx';
import { TakeCard } from '../pictures/take-card.tsx';

/** The agent's own sentence, the ways that are open, how long another has to wait, and a number for the telephone. */
export function FailureScreen(props: { readonly screen: Extract<Screen, { name: 'failure' }> }) {
  const { failure, actions, cardPresent, faceAgainInSeconds } = props.screen;
  const waits = faceAgainInSeconds !== null;
  const left = useCountdown(faceAgainInSeconds ?? 0);
  const { link } = useAgent();
  const { language } = useLanguage();
  const [first, rest] = splitFirstSentence(failure.patient[language]);
  // Ending has its own place at the foot of every screen.
  const ways = actions.filter((action): action is Exclude<FailureAction, 'end'> => action !== 'end');
  const words = {
    retry: m.failure_retry(),
    face: m.choose_face(),
    pin: m.choose_pin(),
    staff: m.call_staff(),
  } as const;
  const press = (action: Exclude<FailureAction, 'end'>): ScreenMessage =>
    action === 'retry' ? { type: 'retry' } : { type: 'choose', method: action };
  const takesCard = cardPresent && ways.length === 0;
  return (
    <ScreenLayout
      name="failure"
      shape={ways.length > 2 || waits ? 'beside' : 'hero'}
      tone="care"
      heading={first}
      lead={
        <>
          {rest !== '' && <p>{rest}</p>}
          {waits && <p className="fact">{m.failure_face_again({ count: left })}</p>}
          <p className="reference">{m.failure_number({ number: failure.number })}</p>
        </>
      }
      picture={
        takesCard ? (
          <TakeCard />
        ) : waits ? (
          <ClockPicture share={left / Math.max(1, faceAgainInSeconds)}>{String(left)}</ClockPicture>
        ) : (
          <NoticePicture />
        )
      }
    >
      {takesCard && (
        <p className="take-card-line" data-spoken>
          {m.take_card()}
        </p>
      )}
      {ways.map((action, at) => (
        <ActionButton
          key={action}
          size="kiosk"
          weight={at === 0 ? 'primary' : 'secondary'}
          onPress={() => link.send(press(action))}
        >
          {words[action]}
        </ActionButton>
      ))}
      {!takesCard && ways.length === 0 && <p className="card-taken">{m.failure_desk()}</p>}
    </ScreenLayout>
  );
}
