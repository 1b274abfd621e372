import { readFile } from 'node:fs/promises';
import { type Attempt, done, failed, reason } from '@honnin/outcome';
import { Check, Default, Errors } from 'typebox/value';
import { Configuration } from './configuration.ts';

/**
 * Reads `honnin.config.json` and fills in the defaults. A file that is not there means all defaults; one that
 * is wrong fails with `configuration-malformed` and the place in the file.
 */
export async function readConfiguration(file: string): Promise<Attempt<Configuration>> {
  let given: unknown = {};
  try {
    given = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) {
      return failed(reason('configuration-malformed', `${file}: ${error.message}`));
    }
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const filled: unknown = Default(Configuration, given);
  if (Check(Configuration, filled)) return done(filled);
  const [first] = Errors(Configuration, filled);
  return failed(
    reason('configuration-malformed', `${file}: ${first?.instancePath || '/'} ${first?.message ?? ''}`),
  );
}
