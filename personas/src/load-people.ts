import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Value } from 'typebox/value';
import { Person } from './person.ts';
import { personFile } from './person-file.ts';

/**
 * Reads every `people/<id>/person.json`, in the order of their ids.
 * A file that does not fit the schema, or lies in a folder of another name, is a bug and thrown.
 */
export async function loadPeople(): Promise<Person[]> {
  const folder = fileURLToPath(new URL('../people/', import.meta.url));
  const ids = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const people = await Promise.all(
    ids.map(async ({ name }) => {
      const read: unknown = JSON.parse(await readFile(personFile(name, 'person.json'), 'utf8'));
      if (!Value.Check(Person, read)) {
        const [first] = Value.Errors(Person, read);
        throw new Error(
          `people/${name}/person.json${first?.instancePath ?? ''}: ${first?.message ?? 'invalid'}`,
        );
      }
      if (read.id !== name) throw new Error(`people/${name} holds ${read.id}`);
      return read;
    }),
  );
  return people.sort((a, b) => (a.id < b.id ? -1 : 1));
}
