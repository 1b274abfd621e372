import type { ArrivalState } from '@honnin/reception/staff-api';
import { text } from '../messages/text.ts';

/** While the patient is still at the terminal: what happens there, and that nobody has to act. */
export function UnderWayPanel(props: { readonly state: ArrivalState }) {
  if (props.state !== 'identifying' && props.state !== 'looking-up') return null;
  const isIdentifying = props.state === 'identifying';
  return (
    <section className="panel under-way">
      <ol>
        <li aria-current={isIdentifying ? 'step' : undefined}>{text.step_identify()}</li>
        <li aria-current={isIdentifying ? undefined : 'step'}>{text.step_look_up()}</li>
        <li>{text.step_result()}</li>
      </ol>
      <p>{isIdentifying ? text.identifying_explained() : text.looking_up_explained()}</p>
    </section>
  );
}
