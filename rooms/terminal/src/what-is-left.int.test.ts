import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type PrivatePcscd, startPrivatePcscd } from '@honnin/card-simulator';
import { decodeFrame, decodeImage, openFaceEngine, type RgbImage, readPhotoTemplate } from '@honnin/face';
import { afterAll, beforeAll, expect, type TestContext, test, vi } from 'vitest';
import {
  issueCard,
  makeAuthority,
  matchingNumberOf,
  origin,
  holder as usualHolder,
} from '../test/lay-out-terminal.ts';
import { loadPictures, type PersonaPictures, standBefore } from '../test/persona-before-camera.ts';
import { type PlayedReception, playReception } from '../test/played-reception.ts';
import { openScreen, type ScreenClient } from '../test/screen-client.ts';
import { type Needle, needlesOf, searchMemory } from '../test/search-memory.ts';
import type { TerminalOrder } from '../test/terminal-on-its-own.ts';

const modelsDirectory = fileURLToPath(new URL('../../../.honnin/models/', import.meta.url));
const program = fileURLToPath(new URL('../test/terminal-on-its-own.ts', import.meta.url));
const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const folder = mkdtempSync(join(tmpdir(), 'left-'));
const temporary = mkdtempSync(join(tmpdir(), 'left-tmp-'));

let whyNot: string | null = null;
let person: PersonaPictures;
let pcscd: PrivatePcscd | null = null;
let reception: PlayedReception;
let needles: Needle[];
let terminal: TerminalProcess;
let screen: ScreenClient;
let card: Awaited<ReturnType<typeof issueCard>>;

interface TerminalProcess {
  readonly child: ChildProcessWithoutNullStreams;
  readonly processId: number;
  ask(line: string): Promise<unknown>;
}

beforeAll(async () => {
  const pictures = await loadPictures('sato');
  if (!existsSync(join(modelsDirectory, 'fr_detect.onnx'))) whyNot = 'the face models are not set up';
  else if (pictures === null) whyNot = 'the persona has not been rendered';
  else if (!existsSync('/proc/self/mem')) whyNot = 'this system does not show a process’s memory as a file';
  if (whyNot !== null || pictures === null) return;
  person = pictures;
  const started = await startPrivatePcscd({ directory: join(folder, 'pcscd') });
  if (started.status === 'failed') {
    whyNot = `no pcscd of its own: ${started.reason.code}`;
    return;
  }
  pcscd = started.value;
  const authority = await makeAuthority();
  const onCard = {
    birthDate: person.person.birthDate,
    expiryDate: person.person.card.expiryDate,
    securityCode: person.person.card.securityCode,
    sex: person.person.sex,
  };
  card = await issueCard(authority, { ...onCard, photo: person.chipPhoto });
  reception = await playReception(authority);
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const certificate = await authority.issueTerminalCertificate({
    publicKey,
    commonName: 'kiosk-1',
    organisation: 'Mihon Clinic',
  });
  const { anchors } = authority;
  needles = await needlesOfPerson(person);
  terminal = await startTerminal({
    modelsDirectory,
    socketName: pcscd.socketName,
    readerName: pcscd.readerNames[0],
    origin,
    reception: { url: reception.url, token: reception.token },
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    chain: [Buffer.from(certificate).toString('base64')],
    cardFaceAnchor: {
      keyId: anchors.cardFace.keyId,
      publicKey: anchors.cardFace.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    },
    authenticationAnchor: Buffer.from(anchors.authentication.der).toString('base64'),
    printed: matchingNumberOf({ ...usualHolder, ...onCard }),
  });
});

afterAll(async () => {
  screen?.[Symbol.dispose]();
  if (terminal !== undefined) {
    terminal.child.stdin.end('end\n');
    await Promise.race([new Promise((resolve) => terminal.child.once('exit', resolve)), pause(5_000)]);
    terminal.child.kill('SIGKILL');
  }
  await reception?.[Symbol.asyncDispose]();
  await pcscd?.[Symbol.asyncDispose]();
  for (const each of [folder, temporary]) rmSync(each, { recursive: true, force: true });
});

async function startTerminal(order: TerminalOrder): Promise<TerminalProcess & { readonly url: string }> {
  const child = spawn(process.execPath, ['--import', loader, program], {
    env: { ...process.env, TMPDIR: temporary },
  });
  child.stderr.on('data', (text) => process.stderr.write(text));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ask = async (line: string): Promise<unknown> => {
    child.stdin.write(`${line}\n`);
    const { value } = await lines.next();
    if (value === undefined) throw new Error('the terminal ended');
    return JSON.parse(value);
  };
  const { url } = (await ask(JSON.stringify(order))) as { url: string };
  // Frames go over the wire as they are: masked ones would lie in memory unrecognised.
  screen = await openScreen(url, origin, { generateMask: (key) => key.fill(0) });
  return { child, processId: child.pid ?? 0, ask, url };
}

/** Begins as a JPEG does, and takes several reads of the socket. */
const largeFrame = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(300_000)]);

/** Of everything that shows the person: photo, frames, their pixels, and their templates. */
async function needlesOfPerson({ chipPhoto, straight, turned }: PersonaPictures): Promise<Needle[]> {
  const opened = await openFaceEngine({ modelsDirectory });
  if (opened.status === 'failed') throw new Error(opened.reason.code);
  await using engine = opened.value;
  const found: Needle[] = needlesOf('large frame as a file', largeFrame, 24, 64);
  const addTemplate = (name: string, vector: Float32Array) => {
    const bytes = new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength);
    const doubles = new Uint8Array(Float64Array.from(vector).buffer);
    found.push(...needlesOf(`${name} as a template`, bytes, 32, 8));
    found.push(...needlesOf(`${name} as a template`, doubles, 32, 8));
  };
  const add = async (name: string, image: RgbImage, encoded: Uint8Array) => {
    found.push(...needlesOf(`${name} as a file`, encoded.subarray(encoded.length >> 2), 24, 24));
    const [box] = await engine.findFaces(image);
    if (box === undefined) throw new Error('no face');
    const middle = 3 * (Math.round(box.y + box.height / 3) * image.width + Math.round(box.x));
    const rows = image.data.subarray(middle, middle + 3 * image.width * Math.round(box.height / 3));
    found.push(...needlesOf(`${name} as pixels`, rows, 48, 24));
    addTemplate(name, (await engine.embed(image, await engine.findLandmarks(image, box))).vector);
  };
  const photo = await decodeImage(chipPhoto);
  if (photo.status === 'failed') throw new Error(photo.reason.code);
  await add('photo', photo.value, chipPhoto);
  // What the worker keeps of a grey photo is made of two templates.
  const kept = await readPhotoTemplate(engine, chipPhoto);
  if (kept.status === 'failed') throw new Error(kept.reason.code);
  addTemplate('photo', kept.value.embedding.vector);
  for (const jpeg of [...straight, ...turned.values()]) {
    const frame = decodeFrame(jpeg);
    if (frame.status === 'failed') throw new Error(frame.reason.code);
    await add('frame', frame.value, jpeg);
  }
  return found;
}

const workers = async () => (await terminal.ask('workers')) as number[];
const search = (processId: number) => searchMemory(processId, needles);
const nothing = () => Object.fromEntries([...new Set(needles.map(({ of }) => of))].map((of) => [of, 0]));

function needs(ctx: TestContext): void {
  if (whyNot !== null) ctx.skip(whyNot);
}

test('the search finds every kind of it in a process that holds it: this one', (ctx) => {
  needs(ctx);
  const found = search(process.pid);
  expect(Object.keys(found)).toHaveLength(7);
  for (const [of, count] of Object.entries(found)) {
    expect(count, of).toBe(needles.filter((needle) => needle.of === of).length);
  }
});

test('core file and heap snapshot after a visit hold neither photo nor frame nor template, and during it they do', async (ctx) => {
  needs(ctx);
  expect(search(terminal.processId), 'before the visit').toEqual(nothing());
  const files = writtenFiles();
  await pcscd?.insert(card);
  await screen.until('choose-method', 20_000);
  screen.send({ type: 'choose', method: 'face' });
  await screen.until('face', 20_000);
  screen.send({ type: 'camera', state: 'ready' });
  const [picture] = person.straight;
  if (picture === undefined) throw new Error('no picture');
  await screen.frame(picture);

  // During the visit: a worker that is held keeps the terminal waiting with a frame in its hands.
  const [worker = 0] = await workers();
  process.kill(worker, 'SIGSTOP');
  const seen = screen.frame(picture);
  await pause(300);
  const inTerminal = search(terminal.processId);
  expect(inTerminal['photo as a file']).toBeGreaterThan(0);
  expect(inTerminal['frame as a file']).toBeGreaterThan(0);
  expect(inTerminal['frame as pixels'], 'pixels are the worker’s alone').toBe(0);
  expect(search(worker)['photo as a template']).toBeGreaterThan(0);
  process.kill(worker, 'SIGCONT');
  await seen;
  const fewPixels = needles.filter(({ of }) => of === 'frame as pixels').slice(0, 8);
  let pixels = 0;
  for (let tries = 0; tries < 30 && pixels === 0; tries++) {
    const next = screen.frame(picture);
    await pause(2 + tries);
    process.kill(worker, 'SIGSTOP');
    pixels = searchMemory(worker, fewPixels)['frame as pixels'] ?? 0;
    process.kill(worker, 'SIGCONT');
    await next;
  }
  expect(pixels).toBeGreaterThan(0);

  await standBefore(screen, person);
  await screen.until('consents', 20_000);
  // A frame that comes in many pieces, when nobody waits for it; looked for before anything else happens.
  await screen.frame(largeFrame);
  const identified = search(terminal.processId);
  expect(identified['frame as a file'], 'at once when the face was verified').toBe(0);
  expect(identified['large frame as a file'], 'at once when it was seen').toBe(0);
  screen.send({ type: 'consents', given: [] });
  await screen.until('done', 20_000);
  await pcscd?.remove();
  await screen.until('welcome', 20_000);
  expect(reception.identifications[0]?.status).toBe('verified');

  // After it: no tidying up of the heap in between, the core is read as it lies.
  await vi.waitFor(() => expect(existsSync(`/proc/${worker}/mem`)).toBe(false));
  expect(search(terminal.processId), 'the terminal').toEqual(nothing());
  for (const spare of await workers()) expect(search(spare), 'the next worker').toEqual(nothing());

  const snapshot = String(await terminal.ask(`snapshot ${join(folder, 'after.heapsnapshot')}`));
  const text = readFileSync(snapshot, 'latin1');
  expect(text.length).toBeGreaterThan(1_000_000);
  for (const { of, bytes } of needles.filter((_needle, i) => i % 20 === 0)) {
    const forms = [Buffer.from(bytes).toString('hex'), Buffer.from(bytes.subarray(0, 21)).toString('base64')];
    expect(
      forms.some((form) => text.includes(form)),
      of,
    ).toBe(false);
  }
  expect(search(terminal.processId), 'the terminal, after its heap was walked').toEqual(nothing());

  // And on the disk: what was written since holds nothing of it, and no file of it is open.
  const written = writtenFiles().filter((file) => !files.includes(file));
  for (const file of written) {
    const content = readFileSync(file);
    expect(
      needles.filter(({ bytes }) => content.includes(Buffer.from(bytes))),
      file,
    ).toEqual([]);
  }
  for (const open of readdirSync(`/proc/${terminal.processId}/fd`)) {
    const target = readlinkSync(`/proc/${terminal.processId}/fd/${open}`);
    if (target.startsWith('/') && !target.startsWith('/dev/')) expect(existsSync(target), target).toBe(true);
  }
}, 240_000);

/** Everything in the terminal's temporary folder (compiled source is kept there by the loader). */
function writtenFiles(): string[] {
  return readdirSync(temporary, { recursive: true })
    .map((name) => join(temporary, String(name)))
    .filter((file) => statSync(file).isFile());
}
