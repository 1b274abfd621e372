// `node --import tsx rooms/terminal/test/write-card-faults.ts`
import { writeFileSync } from 'node:fs';
import { cardFaultsPage } from './card-faults-page.ts';
import { collectCardFaults } from './collect-card-faults.ts';

writeFileSync(
  new URL('../../../docs/card-faults.md', import.meta.url),
  cardFaultsPage(await collectCardFaults()),
);
