import { residenceParts } from '../entry/residence-number.ts';
import { m } from '../messages/m.ts';
import './residence-number-boxes.css';

/** Twelve boxes in the groups in which the number is printed, each group with what it is made of. */
export function ResidenceNumberBoxes(props: { readonly typed: string }) {
  const { typed } = props;
  let before = 0;
  return (
    <div className="residence-boxes">
      <span className="visually-hidden" role="status" data-spoken-live>
        {`${m.field_residence()} ${[...typed].join(' ')}`}
      </span>
      {residenceParts.map(({ kind, length }) => {
        const from = before;
        before += length;
        return (
          <span key={from} className="residence-group" aria-hidden="true">
            <span className="residence-row">
              {Array.from({ length }, (_, place) => {
                const at = from + place;
                const state = at < typed.length ? 'filled' : at === typed.length ? 'next' : 'empty';
                return (
                  <span key={at} className={`digit-box digit-${state}`}>
                    {typed[at] ?? ''}
                  </span>
                );
              })}
            </span>
            <span className="residence-kind">
              {kind === 'letters' ? m.residence_letters() : m.residence_digits()}
            </span>
          </span>
        );
      })}
    </div>
  );
}
