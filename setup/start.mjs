// `npm start`: sets up what is missing, then runs the demo. Arguments go to `honnin demo`.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { checkout, dataFolder, prepare } from './prepare.mjs';

const args = process.argv.slice(2);
const data = dataFolder(args);
process.stdout.write('Honnin: getting ready\n');
prepare(data);

const demo = spawn(process.execPath, [path.join(checkout, 'rooms/honnin/bin/honnin.mjs'), 'demo', ...args], {
  stdio: 'inherit',
  env: { ...process.env, HONNIN_DATA: data },
});
// The terminal sends Ctrl-C to the whole group; the demo ends itself in order, and this waits for it.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    if (signal !== 'SIGINT') demo.kill(signal);
  });
}
demo.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 0 : 1)));
