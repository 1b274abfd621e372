import { Button } from 'react-aria-components';
import type { TypedBirthDate } from '../entry/birth-date.ts';
import { type BirthFieldName, birthFields } from '../entry/birth-fields.ts';
import { m } from '../messages/m.ts';
import './birth-date-entry.css';

/** The three fields of a birth date as a card prints it; the number pad beside it fills them. */
export function BirthDateEntry(props: {
  readonly typed: TypedBirthDate;
  readonly active: BirthFieldName;
  readonly onField: (field: BirthFieldName) => void;
}) {
  const units: Readonly<Record<BirthFieldName, string>> = {
    year: m.unit_year(),
    month: m.unit_month(),
    day: m.unit_day(),
  };
  return (
    <div className="birth-fields">
      {birthFields(props.typed.era).map(({ name, length }) => (
        <Button
          key={name}
          className={`birth-field birth-${name} ${name === props.active ? 'birth-active' : ''}`}
          aria-label={`${units[name]} ${props.typed[name] === '' ? m.field_empty() : props.typed[name]}`}
          aria-current={name === props.active}
          onPress={() => props.onField(name)}
        >
          <span className={`birth-digits birth-digits-${length}`}>{props.typed[name]}</span>
          <span className="birth-unit">{units[name]}</span>
        </Button>
      ))}
    </div>
  );
}
