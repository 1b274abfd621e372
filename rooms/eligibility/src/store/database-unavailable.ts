/** Network failures of a connection, and the driver's own words for them. */
const systemCodes = ['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'EACCES'];
const driverMessages =
  /connection terminated|timeout exceeded when trying to connect|client has encountered/i;

/**
 * Whether an error means that the database could not be reached or is going down, and not that a statement
 * was wrong: SQLSTATE classes 08 (connection), 53 (resources) and 57 (operator intervention), and 55000 of a
 * database that takes no connections.
 */
export function isDatabaseUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return (
    systemCodes.includes(code) || /^((08|53|57)...|55000)$/.test(code) || driverMessages.test(error.message)
  );
}
