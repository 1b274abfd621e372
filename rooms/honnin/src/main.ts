import { createProgram } from './command-line/create-program.ts';

await createProgram().parseAsync();
