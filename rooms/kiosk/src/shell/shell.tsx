import { BrandMark } from '@honnin/appearance';
import type { ReactNode } from 'react';
import { m } from '../messages/m.ts';
import type { VisitStep } from '../visit/visit-step.ts';
import { VisitSteps } from './visit-steps.tsx';
import './shell.css';

/** The frame round every screen: the steps above, the screen, and at the foot what is always there. */
export function Shell(props: {
  readonly step: VisitStep | 0;
  readonly demoBar?: ReactNode;
  readonly foot?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <div className="shell">
      <div className="shell-edge">{props.demoBar}</div>
      <header className="shell-head">
        <div className="shell-brand">
          <BrandMark size={44} />
          <span>{m.brand()}</span>
        </div>
        <VisitSteps now={props.step} />
      </header>
      <main className="shell-main">{props.children}</main>
      <div className="shell-foot">{props.foot}</div>
    </div>
  );
}
