import { Command } from 'commander';
import { addCardCommands } from './commands/card-commands.ts';
import { addDemoCommand } from './commands/demo-command.ts';
import { addDoctorCommand } from './commands/doctor-command.ts';
import { addExchangeCommands } from './commands/exchange-commands.ts';
import { addFaceCommands } from './commands/face-commands.ts';
import { addServiceCommands } from './commands/service-commands.ts';

const program = new Command('honnin')
  .description('Honnin: a person proves who they are at a counter, with their card’s chip and their own face')
  .version('0.1.0')
  .showHelpAfterError();

addDemoCommand(program);
addCardCommands(program);
addFaceCommands(program);
addExchangeCommands(program);
addServiceCommands(program);
addDoctorCommand(program);

await program.parseAsync();
