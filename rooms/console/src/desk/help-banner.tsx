import type { Arrival } from '@honnin/reception/staff-api';
import { Button } from 'react-aria-components';
import { text } from '../messages/text.ts';
import { waitingMinutes } from './waiting-minutes.ts';

/** Patients who wait for staff while another visit is open. Quiet: it stands still and makes no sound. */
export function HelpBanner(props: {
  readonly waiting: readonly Arrival[];
  readonly now: Date;
  readonly onOpen: (visitId: string) => void;
}) {
  const { waiting, now, onOpen } = props;
  return (
    <div role="status">
      {waiting.map((arrival) => (
        <Button key={arrival.visitId} className="help-banner" onPress={() => onOpen(arrival.visitId)}>
          <span className="help-hand" aria-hidden="true">
            !
          </span>
          <span>
            <b>{arrival.terminalName}</b> {text.patient_waits_here()}{' '}
            {text.waiting_minutes({ minutes: waitingMinutes(arrival, now) })}
          </span>
          <span className="help-open">{text.open()}</span>
        </Button>
      ))}
    </div>
  );
}
