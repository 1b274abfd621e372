import { useEffect, useMemo, useRef, useState } from 'react';
import type { AgentLink, AgentState } from '../agent/agent-link.ts';
import { AgentContext } from '../agent/use-agent.ts';
import { frameSize } from '../camera/camera.ts';
import { emptyMatchingDraft } from '../entry/matching-draft.ts';
import { KioskView } from '../kiosk-view.tsx';
import { DemoBar } from '../shell/demo-bar.tsx';
import { drawHeldCard } from './draw-held-card.ts';
import { drawSomebody } from './draw-somebody.ts';
import { sampleScreens } from './sample-screens.ts';

/** Shows one state with sample data: `?gallery=<name>&lang=en&demo=1`; an unknown name lists them all. */
export function Gallery(props: { readonly sample: string }) {
  const chosen = sampleScreens[props.sample];
  const demo = new URLSearchParams(location.search).get('demo') !== null;
  const canvas = useRef<HTMLCanvasElement | null>(null);
  const [draft, setDraft] = useState(chosen?.draft ?? emptyMatchingDraft('showa'));
  const link = useMemo<AgentLink>(() => {
    const state: AgentState = {
      screen: chosen?.screen ?? null,
      guidance: chosen?.guidance ?? null,
      cardGuidance: chosen?.cardGuidance ?? null,
      link: chosen?.link ?? 'open',
      demo,
    };
    return {
      state,
      takesFrame: false,
      subscribe: () => () => undefined,
      send: () => undefined,
      sendFrame: () => false,
      [Symbol.dispose]: () => undefined,
    };
  }, [chosen, demo]);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context === null || context === undefined) return;
    if (chosen?.cardGuidance === undefined) drawSomebody(context, frameSize);
    else if (chosen.cardGuidance.advice !== 'no-card') drawHeldCard(context, frameSize);
  }, [chosen]);
  if (chosen === undefined) {
    return (
      <ul className="gallery-list">
        {Object.keys(sampleScreens).map((name) => (
          <li key={name}>
            <a href={`?gallery=${name}`}>{name}</a> · <a href={`?gallery=${name}&lang=en`}>English</a>
          </li>
        ))}
      </ul>
    );
  }
  return (
    <AgentContext value={link}>
      <KioskView
        firstStep={chosen.step ?? 0}
        around={{
          canvas,
          camera: chosen.guidance === undefined && chosen.cardGuidance === undefined ? 'opening' : 'ready',
          draft,
          onDraft: setDraft,
          now: () => new Date('2026-11-24T09:00:00+09:00'),
          firstPage: {
            ...(chosen.consents === undefined ? {} : { consents: chosen.consents }),
            ...(chosen.matching === undefined ? {} : { matching: chosen.matching }),
          },
        }}
        demoBar={demo ? <DemoBar wallet={null} camera="opening" onStand={() => undefined} /> : undefined}
      />
    </AgentContext>
  );
}
