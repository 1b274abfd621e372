// `node --import tsx rooms/honnin/src/configuration/write-settings-table.ts`: puts the table into docs/operating.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { settingsTable } from './settings-table.ts';

const file = fileURLToPath(new URL('../../../../docs/operating.md', import.meta.url));
const table = /(<!-- settings -->\n)[\s\S]*?(\n<!-- \/settings -->)/;
writeFileSync(
  file,
  readFileSync(file, 'utf8').replace(
    table,
    (_all, before: string, after: string) => `${before}\n${settingsTable()}\n${after}`,
  ),
);
