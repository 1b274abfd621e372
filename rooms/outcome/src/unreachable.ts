/** Narrows a `switch` that must be exhaustive; reaching it at run time is a bug. */
export function unreachable(value: never): never {
  throw new Error(`not handled: ${JSON.stringify(value)}`);
}
