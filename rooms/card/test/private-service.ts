import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const DRIVER = '/usr/lib/pcsc/drivers/serial/libifdvpcd.so';
const PORT = 0x8c7b;

/** Why a pcscd of one's own cannot be run here; undefined when it can. */
export function whyNoService(): string | undefined {
  if (process.platform !== 'linux') return 'needs Linux';
  if (spawnSync('pcscd', ['--version']).status !== 0) return 'pcscd is not installed';
  if (!existsSync(DRIVER)) return 'vsmartcard-vpcd is not installed';
  if (spawnSync('unshare', ['-m', '-n', 'true']).status !== 0) return 'unshare -m -n is not permitted';
  return undefined;
}

/**
 * A pcscd with two virtual readers in mount and network namespaces of its own: it sees a folder of ours as
 * /run, so that its socket is reachable from outside, and nothing listens on the host's network.
 */
export class PrivateService implements AsyncDisposable {
  readonly folder: string;
  readonly socketName: string;
  #process: ChildProcess | undefined;

  constructor(folder: string) {
    this.folder = folder;
    this.socketName = join(folder, 'run/pcscd/pcscd.comm');
  }

  static async create(): Promise<PrivateService> {
    const service = new PrivateService(await mkdtemp(join(tmpdir(), 'honnin-pcscd-')));
    await mkdir(join(service.folder, 'conf'));
    await writeFile(
      join(service.folder, 'conf/vpcd'),
      `FRIENDLYNAME "Virtual PCD"\nDEVICENAME /dev/null:0x${PORT.toString(16)}\nLIBPATH ${DRIVER}\nCHANNELID 0x${PORT.toString(16)}\n`,
    );
    return service;
  }

  get pid(): number {
    return this.#process?.pid ?? 0;
  }

  async start(): Promise<void> {
    await rm(join(this.folder, 'run'), { recursive: true, force: true });
    await mkdir(join(this.folder, 'run/pcscd'), { recursive: true });
    const script =
      'ip link set lo up && mount --bind "$1/run" /run && exec pcscd --foreground --critical --config "$1/conf"';
    this.#process = spawn('unshare', ['-m', '-n', 'sh', '-c', script, 'sh', this.folder], {
      stdio: 'ignore',
    });
    for (let i = 0; i < 100 && !existsSync(this.socketName); i++) await sleep(50);
    if (!existsSync(this.socketName)) throw new Error('pcscd did not come up');
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    const running = this.#process;
    this.#process = undefined;
    if (running === undefined) return;
    const exited = new Promise((resolve) => running.once('exit', resolve));
    running.kill(signal);
    await exited;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Lays a card on one of the two readers. */
  async insert(card: VpcdCard, slot: 0 | 1 = 0): Promise<LaidCard> {
    return new LaidCard(this.pid, PORT + slot, card);
  }
}

/** What a card must do for the virtual reader. */
export interface VpcdCard {
  readonly atr: Uint8Array;
  /** The response, `pull` for a card that leaves instead, or `silence` for one that stays and never answers. */
  answer(command: Uint8Array): Uint8Array | 'pull' | 'silence';
  reset(): void;
}

/** Joins the service's network and passes bytes between standard input and output and the reader's port. */
const RELAY = `const s=require('net').connect(+process.argv[1],'127.0.0.1');s.setNoDelay(true);
process.stdin.pipe(s);s.pipe(process.stdout);s.on('error',()=>process.exit(1));s.on('close',()=>process.exit(0));`;

/** A card on a virtual reader; messages are a 16-bit length and a payload, one byte being a control. */
export class LaidCard {
  readonly #relay: ChildProcess;
  readonly #card: VpcdCard;
  #pending = Buffer.alloc(0);

  constructor(pid: number, port: number, card: VpcdCard) {
    this.#card = card;
    this.#relay = spawn('nsenter', ['-t', String(pid), '-n', process.execPath, '-e', RELAY, String(port)], {
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    this.#relay.stdin?.on('error', () => undefined);
    this.#relay.stdout?.on('data', (chunk: Buffer) => this.#take(chunk));
  }

  #take(chunk: Buffer): void {
    this.#pending = Buffer.concat([this.#pending, chunk]);
    while (this.#pending.length >= 2) {
      const length = this.#pending.readUInt16BE(0);
      if (this.#pending.length < 2 + length) return;
      const message = Uint8Array.from(this.#pending.subarray(2, 2 + length));
      this.#pending = this.#pending.subarray(2 + length);
      this.#answer(message);
    }
  }

  #answer(message: Uint8Array): void {
    if (message.length === 1) {
      if (message[0] === 4) this.#send(this.#card.atr);
      else this.#card.reset();
      return;
    }
    const answer = this.#card.answer(message);
    if (answer === 'pull') void this.remove();
    else if (answer !== 'silence') this.#send(answer);
  }

  #send(payload: Uint8Array): void {
    const frame = Buffer.alloc(2 + payload.length);
    frame.writeUInt16BE(payload.length, 0);
    frame.set(payload, 2);
    this.#relay.stdin?.write(frame);
  }

  /** Takes the card away. */
  async remove(): Promise<void> {
    if (this.#relay.exitCode !== null || this.#relay.signalCode !== null) return;
    const exited = new Promise((resolve) => this.#relay.once('exit', resolve));
    this.#relay.kill('SIGKILL');
    await exited;
  }
}
