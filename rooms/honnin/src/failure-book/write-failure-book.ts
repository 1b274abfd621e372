// `node --import tsx rooms/honnin/src/failure-book/write-failure-book.ts [--check]`
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { failureBook, type Language } from './failure-book.ts';

const languages: readonly Language[] = ['ja', 'en'];
const checkOnly = process.argv.includes('--check');

for (const language of languages) {
  const file = fileURLToPath(new URL(`../../../../docs/failures.${language}.md`, import.meta.url));
  const book = failureBook(language);
  if (!checkOnly) {
    writeFileSync(file, book);
    continue;
  }
  let kept = '';
  try {
    kept = readFileSync(file, 'utf8');
  } catch {
    // A book that is not there is not up to date either.
  }
  if (kept !== book) {
    process.stderr.write(
      `docs/failures.${language}.md is not up to date: run this program without --check\n`,
    );
    process.exitCode = 1;
  }
}
