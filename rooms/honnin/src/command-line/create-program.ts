import { Command } from 'commander';
import { addAuditCommands } from '../commands/audit-commands.ts';
import { addCardCommands } from '../commands/card-commands.ts';
import { addDemoCommand } from '../commands/demo-command.ts';
import { addDoctorCommand } from '../commands/doctor-command.ts';
import { addEligibilityCommands } from '../commands/eligibility-commands.ts';
import { addExchangeCommands } from '../commands/exchange-commands.ts';
import { addFaceCommands } from '../commands/face-commands.ts';
import { addReceptionCommands } from '../commands/reception-commands.ts';
import { addTerminalCommands } from '../commands/terminal-commands.ts';

/** The command `honnin` with everything that it can do. */
export function createProgram(): Command {
  const program = new Command('honnin')
    .description(
      'Honnin: a person proves who they are at a counter, with their card’s chip and their own face',
    )
    .version('0.1.0')
    .showHelpAfterError();
  addDemoCommand(program);
  addCardCommands(program);
  addFaceCommands(program);
  addExchangeCommands(program);
  addEligibilityCommands(program);
  addReceptionCommands(program);
  addTerminalCommands(program);
  addAuditCommands(program);
  addDoctorCommand(program);
  return program;
}
