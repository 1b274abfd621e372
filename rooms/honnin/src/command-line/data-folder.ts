import path from 'node:path';
import { fileURLToPath } from 'node:url';

const checkout = fileURLToPath(new URL('../../../../', import.meta.url));

/** Where Honnin keeps what it makes: `--data`, else `HONNIN_DATA`, else `.honnin` in the checkout. */
export function dataFolder(
  given: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): string {
  return path.resolve(given ?? environment['HONNIN_DATA'] ?? path.join(checkout, '.honnin'));
}
