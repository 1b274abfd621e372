// Runs as the first process of the namespaces that inside-namespaces.sh made: starts pcscd, connects to its
// virtual reader when asked, and hands the connected socket to the process outside. When that process ends,
// however it ends, the channel closes and this one ends; the kernel then ends pcscd with the namespace.
import { spawn } from 'node:child_process';
import { connect } from 'node:net';

const [program, ...args] = process.argv.slice(2);
const pcscd = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'] });

pcscd.on('error', () => process.exit(1));
pcscd.on('exit', () => process.exit(1));
process.on('disconnect', () => process.exit(0));
process.on('SIGTERM', () => process.exit(0));

process.on('message', ({ port }) => {
  const socket = connect({ host: '127.0.0.1', port, noDelay: true });
  socket.once('connect', () => process.send({ port, connected: true }, socket));
  socket.once('error', (error) => process.send({ port, connected: false, detail: error.message }));
});
