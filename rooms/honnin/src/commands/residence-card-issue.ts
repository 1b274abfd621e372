import { writeFile } from 'node:fs/promises';
import { issueTestResidenceCard } from '@honnin/card-simulator';
import { reason } from '@honnin/outcome';
import { tellFailure } from '../command-line/answer.ts';
import type { Town } from '../demo-town/open-town.ts';
import { residenceCardHolderOf } from '../demo-town/residence-card-holder-of.ts';
import { residenceCardIssuerOf } from '../demo-town/residence-card-issuer-of.ts';
import { residencePermits } from '../demo-town/residence-permits.ts';

/** `honnin card issue --document residence-card`: a residence card for a persona who is a foreign resident. */
export async function issueResidenceCard(options: {
  readonly town: Town;
  readonly persona: string;
  readonly generation: '1' | '2';
  readonly out: string;
  readonly now: Date;
}): Promise<void> {
  const { town, persona, generation, out, now } = options;
  const person = town.people.find(({ id }) => id === persona);
  const permit = residencePermits.get(persona);
  if (person === undefined || permit === undefined) {
    const ids = [...residencePermits.keys()].join(' ');
    return tellFailure(reason('no-such-persona', `foreign residents are: ${ids}`), false);
  }
  const record = issueTestResidenceCard({
    issuer: await residenceCardIssuerOf(town, now),
    holder: await residenceCardHolderOf(person, permit, generation === '1' ? 'first' : 'second'),
  });
  await writeFile(out, `${JSON.stringify(record)}\n`, { mode: 0o600 });
  process.stdout.write(
    `${out}: a test residence card for ${record.printed.name} (number ${permit.number})\n`,
  );
}
