import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Check, Default } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { Configuration } from './configuration.ts';
import { settingsTable } from './settings-table.ts';

const operating = readFileSync(
  fileURLToPath(new URL('../../../../docs/operating.md', import.meta.url)),
  'utf8',
);

describe('docs/operating.md', () => {
  it('has the table that the schema gives (write-settings-table.ts writes it)', () => {
    expect(operating).toContain(settingsTable());
  });

  it('shows examples that the schema accepts', () => {
    const examples = [...operating.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text = '']) =>
      JSON.parse(text),
    );
    expect(examples).toHaveLength(3);
    for (const example of examples) {
      const [services] = Object.values<object>(example);
      expect(Object.keys(example)).toEqual(['services']);
      expect(services).toBeDefined();
      expect(Check(Configuration.properties.services, withDefaults(services ?? {}))).toBe(true);
    }
  });
});

/** What `readConfiguration` fills in, of the services alone. */
function withDefaults(services: object): unknown {
  return Default(Configuration.properties.services, structuredClone(services));
}
