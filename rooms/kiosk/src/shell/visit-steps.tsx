import { m } from '../messages/m.ts';
import type { VisitStep } from '../visit/visit-step.ts';
import './visit-steps.css';

/** Where the person is in the visit: four steps, those behind ticked off. */
export function VisitSteps(props: { readonly now: VisitStep | 0 }) {
  const names = [m.step_card(), m.step_identity(), m.step_consents(), m.step_done()];
  return (
    <ol className="steps" aria-label={m.steps_label()}>
      {names.map((name, at) => {
        const step = at + 1;
        const finished = step < props.now || props.now === names.length;
        const state = finished ? 'finished' : step === props.now ? 'now' : 'ahead';
        return (
          <li
            key={name}
            className={`step step-${state}`}
            aria-current={step === props.now ? 'step' : undefined}
          >
            <span className="step-mark" aria-hidden="true">
              {finished ? (
                <svg viewBox="0 0 40 40" aria-hidden="true">
                  <path d="M9 21l8 8 15-17" />
                </svg>
              ) : (
                step
              )}
            </span>
            <span className="step-name">{name}</span>
            {finished && <span className="visually-hidden">{m.step_finished()}</span>}
          </li>
        );
      })}
    </ol>
  );
}
