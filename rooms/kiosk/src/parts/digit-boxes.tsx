import './digit-boxes.css';

/** A row of boxes for a number of known length; `hidden`: dots in place of digits. */
export function DigitBoxes(props: {
  readonly digits: string;
  readonly length: number;
  readonly label: string;
  readonly hidden?: boolean;
  /** Printed before the boxes, such as the 20 of a year. */
  readonly before?: string;
  readonly after?: string;
}) {
  const { digits, length } = props;
  return (
    <div className="digit-boxes">
      <span className="visually-hidden" role="status" data-spoken-live>
        {props.label}
      </span>
      {props.before !== undefined && (
        <span className="digit-fixed" aria-hidden="true">
          {props.before}
        </span>
      )}
      {Array.from({ length }, (_, at) => {
        const digit = digits[at];
        const state = digit !== undefined ? 'filled' : at === digits.length ? 'next' : 'empty';
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a box is its place
          <span key={at} className={`digit-box digit-${state}`} aria-hidden="true">
            {digit === undefined ? '' : props.hidden === true ? '●' : digit}
          </span>
        );
      })}
      {props.after !== undefined && (
        <span className="digit-fixed digit-after" aria-hidden="true">
          {props.after}
        </span>
      )}
    </div>
  );
}
