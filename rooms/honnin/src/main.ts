import { createProgram } from './command-line/create-program.ts';

const program = await createProgram(process.argv[2]);
await program.parseAsync();
