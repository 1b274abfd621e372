import type { Arrival } from '@honnin/reception/staff-api';
import type { DeskActions } from '../desk/desk-actions.ts';
import { AttentionPanel } from './attention-panel.tsx';
import { ConsentPanel } from './consent-panel.tsx';
import { CoveragePanel } from './coverage-panel.tsx';
import { DecisionPanel } from './decision-panel.tsx';
import { DetailHead } from './detail-head.tsx';
import { FilePanel } from './file-panel.tsx';
import { PersonPanel } from './person-panel.tsx';
import { SeenButton } from './seen-button.tsx';
import { SubstitutionPanel } from './substitution-panel.tsx';
import { UnderWayPanel } from './under-way-panel.tsx';

/** Everything about one visit, in the order in which the desk asks: who, valid or not, what to do, details. */
export function ArrivalDetail(props: {
  readonly arrival: Arrival;
  readonly now: Date;
  readonly actions: DeskActions;
}) {
  const { arrival, now, actions } = props;
  const { person, coverages, consents, substitutions } = arrival;
  return (
    <article className="detail">
      <DetailHead arrival={arrival} now={now}>
        <SeenButton arrival={arrival} markSeen={actions.markSeen} />
      </DetailHead>
      {arrival.state === 'help-wanted' && <DecisionPanel arrival={arrival} decide={actions.decide} />}
      <AttentionPanel attention={arrival.attention} />
      <UnderWayPanel state={arrival.state} />
      {substitutions.length > 0 && <SubstitutionPanel substitutions={substitutions} />}
      <div className="detail-columns">
        <div className="detail-main">
          {coverages.map((coverage, index) => (
            <CoveragePanel
              key={`${coverage.insurerNumber} ${coverage.number}`}
              coverage={coverage}
              isFirst={index === 0}
              of={coverages.length}
            />
          ))}
        </div>
        {(person !== null || consents.length > 0) && (
          <div className="detail-side">
            {person !== null && <PersonPanel person={person} referenceNumber={arrival.referenceNumber} />}
            {arrival.state === 'done' && <ConsentPanel consents={consents} now={now} />}
            {arrival.state === 'done' && <FilePanel fileName={arrival.fileName} />}
          </div>
        )}
      </div>
    </article>
  );
}
