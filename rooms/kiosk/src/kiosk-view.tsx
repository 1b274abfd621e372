import type { Screen } from '@honnin/terminal/screen-protocol';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useAgent } from './agent/use-agent.ts';
import { useLanguage } from './language/use-language.ts';
import { m } from './messages/m.ts';
import { AwayScreen } from './screens/away-screen.tsx';
import { type ScreenSurroundings, ShowScreen } from './screens/show-screen.tsx';
import { FootBar } from './shell/foot-bar.tsx';
import { HelpPanel } from './shell/help-panel.tsx';
import { Shell } from './shell/shell.tsx';
import { canCallStaff } from './visit/can-call-staff.ts';
import { stopVisit, wayOut } from './visit/stop-visit.ts';
import { type VisitStep, visitStep } from './visit/visit-step.ts';
import { useReadAloud } from './voice/use-read-aloud.ts';

/** The whole screen as it follows from the agent's state. */
export function KioskView(props: {
  readonly around: ScreenSurroundings;
  readonly demoBar?: ReactNode;
  readonly firstStep?: VisitStep | 0;
}) {
  const { state, link } = useAgent();
  const { language } = useLanguage();
  const { screen } = state;
  const [helping, setHelping] = useState(false);
  const step = useRef<VisitStep | 0>(props.firstStep ?? 0);
  const asked = useRef<Screen | null>(null);
  const main = useRef<HTMLDivElement>(null);
  step.current = screen === null ? 0 : visitStep(screen, step.current);
  // Under the question the screen before stays as it is, with all that was typed.
  if (screen?.name !== 'still-there') asked.current = screen;
  const under = screen?.name === 'still-there' ? asked.current : null;
  const shown = under ?? screen;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another screen needs no help that was asked for before
  useEffect(() => setHelping(false), [screen?.name]);
  useReadAloud(main, language);

  return (
    <Shell
      step={step.current}
      demoBar={props.demoBar}
      foot={
        <FootBar
          way={screen === null ? null : wayOut(screen)}
          callsStaff={screen !== null && canCallStaff(screen)}
          staffIsComing={screen?.name === 'waiting-for-staff'}
          onStop={() => stopVisit(link)}
          onHelp={() => {
            if (screen !== null && canCallStaff(screen)) link.send({ type: 'choose', method: 'staff' });
            else setHelping(true);
          }}
        />
      }
    >
      <div className="fill" ref={main}>
        {shown === null ? (
          <AwayScreen link={state.link} />
        ) : (
          <>
            <div className="fill" hidden={under !== null}>
              <ShowScreen screen={shown} around={props.around} />
            </div>
            {under !== null && screen !== null && <ShowScreen screen={screen} around={props.around} />}
          </>
        )}
      </div>
      <HelpPanel
        isOpen={helping}
        onClose={() => setHelping(false)}
        text={screen?.name === 'welcome' ? m.help_text_welcome() : m.help_text()}
      />
    </Shell>
  );
}
