import { readFile } from 'node:fs/promises';
import { type Attempt, done, failed, reason } from '@honnin/outcome';
import { Check, Default, Errors } from 'typebox/value';
import { Configuration } from './configuration.ts';

/**
 * Reads `honnin.config.json` and fills in the defaults. A file that is not there means all defaults; one that
 * is wrong fails with `configuration-malformed` and the place in the file (RFC 6901). No value of the file is
 * repeated in the message: it may be a secret.
 */
export async function readConfiguration(file: string): Promise<Attempt<Configuration>> {
  let given: unknown = {};
  try {
    given = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) {
      return failed(reason('configuration-malformed', `${file}: not JSON${placeOf(error)}`));
    }
    const { code = 'error' } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT') return failed(reason('file-unreadable', `${file}: ${code}`));
  }
  const filled: unknown = Default(Configuration, given);
  if (Check(Configuration, filled)) return done(filled);
  return failed(reason('configuration-malformed', `${file}: ${mistakeIn(filled)}`));
}

/** The parser's own message quotes the text around the mistake. */
function placeOf(error: SyntaxError): string {
  const place = /at position [0-9]+( \(line [0-9]+ column [0-9]+\))?/.exec(error.message)?.[0];
  return place === undefined ? '' : ` ${place}`;
}

function mistakeIn(filled: unknown): string {
  const errors = Errors(Configuration, filled);
  // A name that nobody knows is often why another one is missing: it says most.
  const first = errors.find(({ keyword }) => keyword === 'boolean') ?? errors[0];
  if (first === undefined) return '/';
  if (first.keyword === 'boolean') return `${first.instancePath}: there is no such setting`;
  const missing = first.keyword === 'required' ? ` (${first.params.requiredProperties.join(', ')})` : '';
  return `${first.instancePath || '/'} ${first.message}${missing}`;
}
