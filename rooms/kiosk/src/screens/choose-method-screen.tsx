import type { Method, Screen } from '@honnin/terminal/screen-protocol';
import { useAgent } from '../agent/use-agent.ts';
import { useLanguage } from '../language/use-language.ts';
import { m } from '../messages/m.ts';
import { ChoiceCard } from '../parts/choice-card.tsx';
import { ScreenLayout } from '../parts/screen-layout.tsx';
import { FaceInFrame } from '../pictures/face-in-frame.tsx';
import { PinPadPicture } from '../pictures/pin-pad-picture.tsx';
import { StaffPicture } from '../pictures/staff-picture.tsx';

/** Face first and largest, PIN and staff beside it; what is closed today says why. */
export function ChooseMethodScreen(props: { readonly screen: Extract<Screen, { name: 'choose-method' }> }) {
  const { methods, unavailable, inGrace } = props.screen;
  const { link } = useAgent();
  const { language } = useLanguage();
  const words: Readonly<Record<Method, { readonly name: string; readonly more: string }>> = {
    face: { name: m.choose_face(), more: m.choose_face_more() },
    pin: { name: m.choose_pin(), more: m.choose_pin_more() },
    staff: { name: m.choose_staff(), more: m.choose_staff_more() },
  };
  const pictures = {
    face: <FaceInFrame light />,
    pin: <PinPadPicture />,
    staff: <StaffPicture />,
  } as const;
  const [first] = methods;
  return (
    <ScreenLayout
      name="choose-method"
      shape="wide"
      heading={m.choose_heading()}
      lead={inGrace ? <p className="notice">{m.grace_notice()}</p> : m.choose_lead()}
    >
      <div className="choices">
        {methods.map((method) => (
          <ChoiceCard
            key={method}
            {...words[method]}
            rank={method === first && method === 'face' ? 'first' : 'other'}
            {...(method === 'face' ? { badge: m.choose_recommended() } : {})}
            picture={method === 'face' && first !== 'face' ? <FaceInFrame /> : pictures[method]}
            onPress={() => link.send({ type: 'choose', method })}
          />
        ))}
        {unavailable.map(({ method, failure }) => (
          <div key={method} className="choice-away">
            <strong>
              {words[method].name}
              {language === 'ja' ? '　' : ' · '}
              {m.choose_unavailable()}
            </strong>
            <p>{failure.patient[language]}</p>
          </div>
        ))}
      </div>
    </ScreenLayout>
  );
}
