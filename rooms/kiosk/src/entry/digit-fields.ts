/** One field of digits, and how a person moves on from it. */
export interface DigitField<Name extends string> {
  readonly name: Name;
  readonly length: number;
  /** True when no further digit can follow: after month 3 nothing can come but the day. */
  readonly isFull?: (digits: string) => boolean;
}

export interface DigitEntry<Name extends string> {
  readonly values: Readonly<Record<Name, string>>;
  readonly active: Name;
}

/** What a key of the number pad says. */
export type PadKey = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | 'delete' | 'clear';

/**
 * What a key does to fields that stand in a row: digits go into the active one, which hands on to the next
 * when it is full; deleting an empty field goes back to the one before. A full field starts anew.
 */
export function pressKey<Name extends string>(
  fields: readonly DigitField<Name>[],
  entry: DigitEntry<Name>,
  key: PadKey,
): DigitEntry<Name> {
  const at = fields.findIndex(({ name }) => name === entry.active);
  const field = fields[at];
  if (field === undefined) return entry;
  const value = entry.values[field.name];
  const filled = (digits: string): DigitEntry<Name>['values'] => ({ ...entry.values, [field.name]: digits });
  if (key === 'clear') return { values: filled(''), active: field.name };
  if (key === 'delete') {
    const before = fields[at - 1];
    if (value !== '' || before === undefined) {
      return { values: filled(value.slice(0, -1)), active: field.name };
    }
    const shorter = entry.values[before.name].slice(0, -1);
    return { values: { ...entry.values, [before.name]: shorter }, active: before.name };
  }
  const digits = value.length >= field.length ? key : value + key;
  const isFull = digits.length >= field.length || field.isFull?.(digits) === true;
  const next = isFull ? fields[at + 1] : undefined;
  return { values: filled(digits), active: next?.name ?? field.name };
}
