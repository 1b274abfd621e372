// `npm run check`: everything that can be said about the code without running it, in seconds.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const checkout = fileURLToPath(new URL('..', import.meta.url));
const bin = (name) => path.join(checkout, 'node_modules/.bin', name);
const screens = ['kiosk', 'console', 'wallet'];

function run(label, command, args) {
  return new Promise((resolve) => {
    const started = performance.now();
    const child = spawn(command, args, { cwd: checkout, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr.on('data', (chunk) => {
      output += chunk;
    });
    child.on('error', (error) => resolve({ label, ok: false, output: String(error), seconds: 0 }));
    child.on('close', (code) =>
      resolve({ label, ok: code === 0, output, seconds: (performance.now() - started) / 1000 }),
    );
  });
}

/** Every screen says everything in every language. */
function messages() {
  const wrong = [];
  for (const room of screens) {
    const folder = path.join(checkout, 'rooms', room, 'messages');
    const texts = readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .map((name) => ({
        name,
        keys: Object.keys(JSON.parse(readFileSync(path.join(folder, name), 'utf8'))),
      }));
    const all = new Set(texts.flatMap((text) => text.keys));
    for (const text of texts) {
      for (const key of all)
        if (!text.keys.includes(key)) wrong.push(`rooms/${room}/messages/${text.name} lacks ${key}`);
    }
  }
  return {
    label: 'messages in every language',
    ok: wrong.length === 0,
    output: wrong.join('\n'),
    seconds: 0,
  };
}

if (!existsSync(bin('tsc'))) {
  process.stderr.write(
    'The packages are not installed: run npm ci first (npm start and npm test do it themselves).\n',
  );
  process.exit(1);
}

const compiled = await Promise.all(
  screens
    .filter((room) => !existsSync(path.join(checkout, 'rooms', room, 'src/messages/compiled/messages.js')))
    .map((room) =>
      run(`messages of ${room}`, bin('paraglide-js'), [
        'compile',
        '--project',
        `rooms/${room}/project.inlang`,
        '--outdir',
        `rooms/${room}/src/messages/compiled`,
      ]),
    ),
);
const results = [
  ...compiled,
  messages(),
  ...(await Promise.all([
    run('types', bin('tsc'), ['-p', '.']),
    run('format and lint', bin('biome'), ['ci', '--colors=off', '--error-on-warnings', '.']),
  ])),
  ...(await Promise.all([
    run('floors of the house', bin('depcruise'), [
      '--config',
      '.dependency-cruiser.mjs',
      'rooms',
      'personas',
      'bench',
      'fuzz',
    ]),
    run('unused code', bin('knip'), ['--no-progress', '--no-config-hints']),
    run('failure book', process.execPath, [
      '--import',
      'tsx',
      'rooms/honnin/src/failure-book/write-failure-book.ts',
      '--check',
    ]),
  ])),
];
for (const result of results) {
  process.stdout.write(
    `${result.ok ? 'ok    ' : 'WRONG '} ${result.label} (${result.seconds.toFixed(1)} s)\n`,
  );
  if (!result.ok) process.stdout.write(`${result.output.trim()}\n\n`);
}
process.exit(results.every((result) => result.ok) ? 0 : 1);
