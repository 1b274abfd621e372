/** Whole years, and whole months for the first two years of a life, in which years say too little. */
export interface Age {
  readonly years: number;
  readonly months: number;
}

/**
 * The age of a person on a day. Somebody born on 29 February has their birthday on 1 March in other years.
 *
 * @param birthDate `YYYY-MM-DD`
 * @param on `YYYY-MM-DD`, not before the birth
 */
export function ageOn(birthDate: string, on: string): Age {
  const months = monthOf(on) - monthOf(birthDate) - (on.slice(8) < birthDate.slice(8) ? 1 : 0);
  return { years: Math.floor(months / 12), months };
}

const monthOf = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
