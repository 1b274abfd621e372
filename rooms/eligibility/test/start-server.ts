// Run by the tests as a process of its own: starts the database server in a folder, says so, and waits to be ended.
import { startEmbeddedPostgres } from '@honnin/eligibility';
import { silentLog } from './silent-log.ts';

const [directory = ''] = process.argv.slice(2);
const started = await startEmbeddedPostgres({ directory, log: silentLog });
console.log(started.status === 'done' ? 'started' : started.reason.code);
setInterval(() => undefined, 60_000);
