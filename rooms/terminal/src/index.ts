export type { ChildrenPolicy } from './children-policy.ts';
export { createTerminal, type Terminal, type TerminalOptions } from './create-terminal.ts';
export { terminalFailures } from './failures.ts';
export { overwriteFreedMemory } from './overwrite-freed-memory.ts';
export { defaultTimeouts, type Timeouts } from './timeouts.ts';
export type { TerminalAnchors } from './visit-tools.ts';
