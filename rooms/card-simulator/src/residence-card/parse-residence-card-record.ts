import { type Attempt, done } from '@honnin/outcome';
import { Compile } from 'typebox/compile';
import { fail } from '../fail.ts';
import { ResidenceCardRecord } from './residence-card-record.ts';

const validator = Compile(ResidenceCardRecord);

/** Checks a residence card record that comes from a file; fails with `card-record-malformed`. */
export function parseResidenceCardRecord(json: unknown): Attempt<ResidenceCardRecord> {
  if (!validator.Check(json)) {
    const [first] = validator.Errors(json);
    return fail('card-record-malformed', first && `${first.instancePath} ${first.message}`);
  }
  const places = json.files.map(({ folder, id }) => `${folder} ${id}`);
  return new Set(places).size === places.length
    ? done(json)
    : fail('card-record-malformed', 'a file identifier is used twice');
}
