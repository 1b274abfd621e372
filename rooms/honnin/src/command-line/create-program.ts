import { Command } from 'commander';

type AddCommand = (program: Command) => void;

/** What each first word loads; every room that it does not need stays unread, which halves the time to start. */
const commands: Readonly<Record<string, () => Promise<AddCommand>>> = {
  demo: async () => (await import('../commands/demo-command.ts')).addDemoCommand,
  card: async () => (await import('../commands/card-commands.ts')).addCardCommands,
  face: async () => (await import('../commands/face-commands.ts')).addFaceCommands,
  exchange: async () => (await import('../commands/exchange-commands.ts')).addExchangeCommands,
  eligibility: async () => (await import('../commands/eligibility-commands.ts')).addEligibilityCommands,
  reception: async () => (await import('../commands/reception-commands.ts')).addReceptionCommands,
  terminal: async () => (await import('../commands/terminal-commands.ts')).addTerminalCommands,
  audit: async () => (await import('../commands/audit-commands.ts')).addAuditCommands,
  doctor: async () => (await import('../commands/doctor-command.ts')).addDoctorCommand,
};

/**
 * The command `honnin`: with the command that `asked` names, or with everything that it can do where that is
 * none of them (help, a misspelt word).
 */
export async function createProgram(asked?: string): Promise<Command> {
  const program = new Command('honnin')
    .description(
      'Honnin: a person proves who they are at a counter, with their card’s chip and their own face',
    )
    .version('0.1.0')
    .showHelpAfterError();
  const named = asked !== undefined && Object.hasOwn(commands, asked) ? commands[asked] : undefined;
  const wanted = named === undefined ? Object.values(commands) : [named];
  for (const load of wanted) (await load())(program);
  return program;
}
