import { logRedaction } from '@honnin/eligibility';
import type { Command } from 'commander';
import { prepareTerminal } from '../services/prepare-terminal.ts';
import { runService } from '../services/run-service.ts';
import { readServiceSection } from '../services/service-section.ts';
import { startTerminal } from '../services/start-terminal.ts';
import { addServe } from './serve-options.ts';

/** `honnin terminal …` */
export function addTerminalCommands(program: Command): void {
  const terminal = program.command('terminal').description('the agent beside the patient');
  addServe(terminal, 'read cards, compare faces, serve the kiosk to this machine’s screen', async (given) => {
    // The terminal's own logger withholds more; this is for the lines around it.
    await runService(logRedaction.paths, async (surroundings) => {
      const section = await readServiceSection(given.config, 'terminal');
      if (section.status === 'failed') return section;
      const prepared = await prepareTerminal(section.value, surroundings.clock());
      if (prepared.status === 'failed') return prepared;
      return startTerminal(prepared.value, { data: given.data }, surroundings);
    });
  });
}
