import { constants, createPublicKey, publicDecrypt, verify } from 'node:crypto';
import {
  type CardConnection,
  type CardReaders,
  type ChangeableSecretName,
  type MyNumberCard,
  openMyNumberCard,
  type ReaderEvent,
  type RsaPublicKeyBytes,
  type SignatureScheme,
} from '@honnin/card';
import type { Attempt } from '@honnin/outcome';
import { verifyCardFaceSignature, verifyCardVerifiableCertificate } from '@honnin/pki';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createVirtualCard, type VirtualCard, type VirtualChip } from '../src/card/virtual-card.ts';
import { issueTestCard } from '../src/issuing/issue-test-card.ts';
import {
  ascii,
  createTestCardIssuer,
  type TestCardIssuer,
  testMatchingNumberB,
  without,
} from './test-card-issuer.ts';

/** Readers that a test lays cards on: in process, or a real pcscd. */
export interface Desk extends AsyncDisposable {
  readonly readers: CardReaders;
  readonly readerName: string;
  insert(card: VirtualChip): Promise<Attempt<void>>;
  remove(): Promise<void>;
}

/** The value of an attempt that must succeed. */
export function expectDone<T>(attempt: Attempt<T>): T {
  if (attempt.status === 'failed') throw new Error(`${attempt.reason.code}: ${attempt.reason.detail ?? ''}`);
  return attempt.value;
}

const codeOf = (attempt: Attempt<unknown>) =>
  attempt.status === 'failed' ? attempt.reason.code : attempt.status;

/** One suite for every way to a card: what a reader sees must not depend on the way. */
export function describeReadingACard(
  way: string,
  openDesk: () => Promise<Attempt<Desk> | { skip: string }>,
): void {
  describe(`reading a card ${way}`, () => {
    let issuer: TestCardIssuer;
    let desk: Desk;
    let skip: string | null = null;
    const sessions: CardConnection[] = [];

    beforeAll(async () => {
      issuer = await createTestCardIssuer();
      const opened = await openDesk();
      if ('skip' in opened) skip = opened.skip;
      else desk = expectDone(opened);
    });

    beforeEach((ctx) => {
      if (skip !== null) ctx.skip(skip);
    });

    afterEach(async () => {
      if (skip !== null) return;
      for (const session of sessions.splice(0)) await session[Symbol.asyncDispose]();
      await desk.remove();
      await vi.waitFor(async () => expect(await stateOf(desk)).toBe('absent'), { timeout: 5_000 });
    });

    afterAll(async () => {
      if (skip === null) await desk[Symbol.asyncDispose]();
    });

    async function connect(): Promise<CardConnection> {
      const session = expectDone(await desk.readers.connect(desk.readerName));
      sessions.push(session);
      return session;
    }

    async function lay(card: VirtualCard): Promise<MyNumberCard> {
      expectDone(await desk.insert(card));
      await vi.waitFor(async () => expect(await stateOf(desk)).toBe('present'), { timeout: 5_000 });
      return expectDone(await openMyNumberCard(await connect()));
    }

    async function layIssued(changes: Parameters<TestCardIssuer['issue']>[0] = {}) {
      const issued = await issuer.issue(changes);
      return { issued, card: await lay(createVirtualCard(issued.record)) };
    }

    it('gives certificate, authorities, token and record without a secret', async () => {
      const { issued, card } = await layIssued();
      const { anchors } = issuer.authority;
      expect(expectDone(await card.readAuthenticationCertificate())).toEqual(
        issued.authenticationCertificate,
      );
      expect(expectDone(await card.readAuthenticationAuthority())).toEqual(anchors.authentication.der);
      expect(expectDone(await card.readSignatureAuthority())).toEqual(anchors.signature.der);
      expect(expectDone(await card.readTokenInfo()).kind).toBe('my-number-card');
      expect(expectDone(await card.readCertificateAvailability())).toEqual({
        signature: true,
        authentication: true,
      });
      expect(expectDone(await card.readCommonRecord())).toMatchObject({
        municipalityCode: issuer.holder.municipalityCode,
        expiryDate: issuer.holder.expiryDate,
      });
    });

    it('gives the card face with its photo to matching number B, signed by the issuer', async () => {
      const { card } = await layIssued();
      expect(codeOf(await card.readCardFace())).toBe('secret-required');
      expect(expectDone(await card.openCardFace(ascii(testMatchingNumberB)))).toEqual({ kind: 'accepted' });
      const face = expectDone(await card.readCardFace());
      const { holder, authority } = issuer;
      expect(face).toMatchObject({
        birthDate: holder.birthDate,
        sex: holder.sex,
        expiryDate: holder.expiryDate,
        photo: holder.photo,
        nameImage: holder.nameImage,
        addressImage: holder.addressImage,
      });
      const certificate = expectDone(await card.readCardFaceIssuer());
      const checked = verifyCardVerifiableCertificate(certificate, [authority.anchors.cardFace]);
      if (checked.status !== 'verified') throw new Error('the issuer is not certified');
      const { signedParts: parts, signature } = face;
      expect(verifyCardFaceSignature({ issuerKey: checked.value.publicKey, parts, signature }).status).toBe(
        'verified',
      );
    });

    it('proves the key that the card face names over a fresh challenge', async () => {
      const { card } = await layIssued();
      expectDone(await card.openCardFace(ascii(testMatchingNumberB)));
      const { publicKey } = expectDone(await card.readCardFace());
      const challenge = crypto.getRandomValues(new Uint8Array(32));
      const proof = expectDone(await card.proveCardFaceKey(challenge));
      expect(verify('sha256', challenge, keyOf(publicKey), proof)).toBe(true);
    });

    it('counts a wrong matching number, and tells how many tries are left', async () => {
      const { card } = await layIssued();
      expect(expectDone(await card.triesLeft('matching-number-b'))).toBe(10);
      expect(expectDone(await card.openCardFace(ascii('00000000000000')))).toEqual({
        kind: 'wrong',
        triesLeft: 9,
      });
      expect(expectDone(await card.openCardFace(ascii(testMatchingNumberB)))).toEqual({ kind: 'accepted' });
      expect(expectDone(await card.triesLeft('matching-number-b'))).toBe(10);
    });

    it('signs a login after the right PIN', async () => {
      const { card } = await layIssued();
      const digest = await sha256('login');
      expect(codeOf(await card.signForAuthentication(digest))).toBe('secret-required');
      expect(expectDone(await card.verifyAuthenticationPin(ascii('1234')))).toEqual({ kind: 'accepted' });
      const signature = expectDone(await card.signForAuthentication(digest));
      expect(verify('sha256', Buffer.from('login'), issuer.keys.authentication, signature)).toBe(true);
    });

    it('keeps the last try, locks at the third wrong PIN, and stays locked for the right one', async () => {
      const { card } = await layIssued();
      const wrong = ascii('9999');
      expect(expectDone(await card.verifyAuthenticationPin(wrong))).toEqual({ kind: 'wrong', triesLeft: 2 });
      expect(expectDone(await card.verifyAuthenticationPin(wrong))).toEqual({ kind: 'wrong', triesLeft: 1 });
      expect(codeOf(await card.verifyAuthenticationPin(wrong))).toBe('pin-last-try');
      const last = await card.verifyAuthenticationPin(wrong, { spendLastTry: true });
      expect(expectDone(last)).toEqual({ kind: 'locked' });
      expect(expectDone(await card.verifyAuthenticationPin(ascii('1234')))).toEqual({ kind: 'locked' });
      expect(expectDone(await card.triesLeft('authentication-pin'))).toBe(0);
    });

    it('gives the signature certificate and a signature to the password', async () => {
      const { issued, card } = await layIssued();
      const certificate = expectDone(await card.readSignatureCertificate(ascii('ABC123')));
      expect(certificate).toEqual(issued.signatureCertificate);
      expectDone(await card.verifySignaturePassword(ascii('abc123')));
      const signature = expectDone(await card.signForSignature(await sha256('contract')));
      const key = { key: issuer.keys.signature, padding: constants.RSA_PKCS1_PADDING };
      expect(verify('sha256', Buffer.from('contract'), key, signature)).toBe(true);
    });

    it('gives the four attributes to matching number B and to the text-input PIN', async () => {
      const { card } = await layIssued();
      const { name, address, birthDate, sex } = issuer.holder;
      const byNumber = await card.readTextAttributes({ matchingNumberB: ascii(testMatchingNumberB) });
      expect(expectDone(byNumber)).toMatchObject({ name, address, birthDate, sex });
      const byPin = await card.readTextAttributes({ textInputPin: ascii('5678') });
      expect(expectDone(byPin)).toMatchObject({ name, address, birthDate, sex });
    });

    it('gives them under a session key too, and nobody on the wire sees them (eavesdropping)', async () => {
      const { record } = await issuer.issue();
      const inner = createVirtualCard(record);
      const wire: Uint8Array[] = [];
      const card = await lay({
        ...inner,
        async transmit(command) {
          const response = await inner.transmit(command);
          wire.push(command.slice(), response.slice());
          return response;
        },
      });
      const secret = { matchingNumberB: ascii(testMatchingNumberB) };
      const hidden = expectDone(await card.readTextAttributes(secret, { protection: 'secure-messaging' }));
      const overheard = Buffer.concat(wire);
      wire.length = 0;
      const clear = expectDone(await card.readTextAttributes(secret));
      expect(hidden).toEqual(clear);
      expect(hidden.name).toBe(issuer.holder.name);
      expect(overheard.includes(Buffer.from(issuer.holder.name))).toBe(false);
      expect(overheard.includes(Buffer.from(issuer.holder.address))).toBe(false);
      expect(Buffer.concat(wire).includes(Buffer.from(issuer.holder.name))).toBe(true);
    });

    it('gives the text-input application’s own key, signed by its issuer, and an answer by it', async () => {
      const { card } = await layIssued();
      expectDone(await card.readTextAttributes({ matchingNumberB: ascii(testMatchingNumberB) }));
      const own = expectDone(await card.readTextInputKey());
      const { authority } = issuer;
      const issuerCertificate = expectDone(await card.readTextInputIssuer());
      const checked = verifyCardVerifiableCertificate(issuerCertificate, [authority.anchors.textInput]);
      if (checked.status !== 'verified') throw new Error('the issuer is not certified');
      expect(verify('sha256', own.signedObjects, checked.value.publicKey, own.signature)).toBe(true);
      const proof = expectDone(await card.proveTextInputKey(ascii('challenge')));
      expect(verify('sha256', ascii('challenge'), keyOf(own.publicKey), proof)).toBe(true);
    });

    it('gives age record and My Number image to their keys, signed by the issuer', async () => {
      const { card } = await layIssued();
      const issuerCertificate = expectDone(await card.readCardFaceIssuer());
      const checked = verifyCardVerifiableCertificate(issuerCertificate, [issuer.authority.anchors.cardFace]);
      if (checked.status !== 'verified') throw new Error('the issuer is not certified');
      const { publicKey } = checked.value;
      const age = expectDone(await card.readAgeRecord(ascii('550217')));
      expect(age.birthDate).toBe(issuer.holder.birthDate);
      expect(verify('sha256', age.signedObjects, publicKey, age.signature)).toBe(true);
      expect(codeOf(await card.readAgeRecord(ascii('550218')))).toBe('matching-number-wrong');
      using number = expectDone(await card.readMyNumberImage(ascii(issuer.holder.myNumber)));
      expect(Buffer.from(number.image.subarray(0, 4)).toString('latin1')).toBe('\x89PNG');
      expect(verify('sha256', number.signedObjects, publicKey, number.signature)).toBe(true);
      expect(number.publicKey).toEqual(age.publicKey);
    });

    it('gives what each application and the card manager say of themselves', async () => {
      const { issued, card } = await layIssued();
      const { municipalityCode, expiryDate } = issuer.holder;
      expect(expectDone(await card.readApplicationInfo('card-face'))).toEqual({
        basics: '06030E01',
        keyId: '0'.repeat(32),
        municipalityCode,
      });
      expect(expectDone(await card.readApplicationInfo('text-input'))).toMatchObject({
        basics: '01030E01',
        municipalityCode: null,
      });
      const objects = expectDone(await card.readCardObjects());
      expect(objects).toMatchObject({ municipalityCode, expiryDate, contactAtr: 'E000FF8131FE4514' });
      expect(objects.certificates.map(({ length }) => length)).toEqual([563, 563]);
      expect(objects.keyId).toMatch(/^3939.{10}0805.{6}00000000$/);
      for (const application of ['common', 'resident-register'] as const)
        expect(expectDone(await card.readKeyReference(application))).toHaveLength(16);
      const proof = expectDone(await card.proveCommonKey(ascii('challenge')));
      const key = createPublicKey(issuer.keys.common);
      expect(verify('sha256', ascii('challenge'), key, proof)).toBe(true);
      expect(expectDone(await card.readTokenInfo()).details).toEqual({
        flags: 0x040d,
        longestPin: 16,
        shortestPin: 6,
        hardwareVersion: '1.0',
        firmwareVersion: '1.0',
      });
      expect(expectDone(await card.readAuthenticationCertificate())).toEqual(
        issued.authenticationCertificate,
      );
    });

    it('signs by each of the six schemes', async () => {
      const { card } = await layIssued();
      const text = ascii('text');
      const digest = await sha256('text');
      const key = createPublicKey(issuer.keys.authentication);
      const pss = { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 };
      expectDone(await card.verifyAuthenticationPin(ascii('1234')));
      const sign = async (scheme: SignatureScheme, data: Uint8Array) =>
        expectDone(await card.sign('authentication', scheme, data));
      const info = Buffer.concat([Buffer.from('3031300d060960864801650304020105000420', 'hex'), digest]);
      for (const signature of [
        await sign('pkcs1-as-given', info),
        await sign('pkcs1-of-digest', digest),
        await sign('pkcs1', text),
      ])
        expect(verify('sha256', text, key, signature)).toBe(true);
      for (const signature of [await sign('pss-of-digest', digest), await sign('pss', text)])
        expect(verify('sha256', text, pss, signature)).toBe(true);
      const bare = publicDecrypt(
        { key, padding: constants.RSA_PKCS1_PADDING },
        Buffer.from(await sign('pkcs1-bare-sha256', text)),
      );
      expect(Buffer.compare(bare, digest)).toBe(0);
      await expect(async () => card.sign('authentication', 'pss-of-digest', text)).rejects.toThrow(
        RangeError,
      );
    });

    it('changes every secret that its holder may change, and counts a wrong one on the way', async () => {
      const { card } = await layIssued();
      const change = (name: ChangeableSecretName, current: string, next: string) =>
        card.changeSecret(name, { current: ascii(current), next: ascii(next) });
      for (const [name, current, next] of [
        ['authentication-pin', '1234', '4321'],
        ['signature-password', 'abc123', 'xyz7890'],
        ['text-input-pin', '5678', '8765'],
        ['common-pin', '1234', '4321'],
        ['resident-register-pin', '1234', '4321'],
      ] as const) {
        expect(expectDone(await change(name, current, next))).toEqual({ kind: 'accepted' });
        expect(expectDone(await change(name, current, next))).toMatchObject({ kind: 'wrong' });
        expect(expectDone(await change(name, next, current))).toEqual({ kind: 'accepted' });
      }
      expect(codeOf(await change('authentication-pin', '1234', '12345'))).toBe('secret-malformed');
      expect(expectDone(await card.triesLeft('authentication-pin'))).toBe(3);
    });

    it('has a counter for each of its secrets', async () => {
      const { card } = await layIssued();
      const tries: Record<string, number> = {};
      for (const name of [
        ...(['authentication-pin', 'signature-password', 'matching-number-b', 'matching-number-a'] as const),
        ...(['birth-date', 'text-input-pin', 'text-input-matching-number-b'] as const),
        ...(['text-input-matching-number-a', 'common-pin', 'resident-register-pin'] as const),
      ])
        tries[name] = expectDone(await card.triesLeft(name));
      expect(Object.values(tries)).toEqual([3, 5, 10, 10, 10, 3, 10, 10, 3, 3]);
    });

    it('has no photo on a card without one', async () => {
      const { card } = await layIssued({ photo: null });
      expectDone(await card.openCardFace(ascii(testMatchingNumberB)));
      expect(expectDone(await card.readCardFace()).photo).toBeNull();
    });

    it('a card without a PIN opens its face, and its PIN is locked from the start', async () => {
      const holder = without(issuer.holder, 'pin', 'textInputPin', 'signaturePassword');
      const { authority, now, keys } = issuer;
      const { record } = await issueTestCard({ authority, now, keys, holder });
      const card = await lay(createVirtualCard(record));
      expect(expectDone(await card.triesLeft('authentication-pin'))).toBe(0);
      expect(expectDone(await card.verifyAuthenticationPin(ascii('1234')))).toEqual({ kind: 'locked' });
      expect(expectDone(await card.openCardFace(ascii(testMatchingNumberB)))).toEqual({ kind: 'accepted' });
      expect(expectDone(await card.readCardFace()).photo).toEqual(holder.photo);
      expect(expectDone(await card.readCertificateAvailability()).signature).toBe(false);
    });

    it('signs without a PIN by our extension, and only on cards that have it', async () => {
      const { card } = await layIssued();
      const signature = expectDone(await card.signAuthorisedByVerifier(await sha256('visit')));
      expect(verify('sha256', Buffer.from('visit'), issuer.keys.authentication, signature)).toBe(true);
      for (const session of sessions.splice(0)) await session[Symbol.asyncDispose]();
      await desk.remove();
      await vi.waitFor(async () => expect(await stateOf(desk)).toBe('absent'), { timeout: 5_000 });
      const plain = await issuer.issue({}, { verifierExtension: 'absent' });
      const real = await lay(createVirtualCard(plain.record));
      expect(codeOf(await real.signAuthorisedByVerifier(await sha256('visit')))).toBe(
        'extension-not-offered',
      );
    });

    it('a card pulled in the middle of the photo ends the read as removed, and the reader stays usable', async () => {
      const { record } = await issuer.issue();
      const inner = createVirtualCard(record);
      let reads = 0;
      let pullAt = Number.POSITIVE_INFINITY;
      const card = await lay({
        ...inner,
        async transmit(command) {
          if (command[1] === 0xb0) reads += 1;
          if (reads === pullAt) void desk.remove();
          return inner.transmit(command);
        },
      });
      expectDone(await card.openCardFace(ascii(testMatchingNumberB)));
      pullAt = reads + 2;
      expect(codeOf(await card.readCardFace())).toBe('card-removed');
      expect(codeOf(await card.readCardFace())).toBe('card-removed');
      for (const session of sessions.splice(0)) await session[Symbol.asyncDispose]();
      await vi.waitFor(async () => expect(await stateOf(desk)).toBe('absent'), { timeout: 5_000 });
      const again = await lay(inner);
      expect(expectDone(await again.readTokenInfo()).kind).toBe('my-number-card');
    });

    it('a card swapped in mid-session is not taken for the first one', async () => {
      const { card } = await layIssued();
      expectDone(await card.openCardFace(ascii(testMatchingNumberB)));
      await desk.remove();
      const other = await issuer.issue({ name: '別人　太郎', sex: '1' });
      expectDone(await desk.insert(createVirtualCard(other.record)));
      expect(codeOf(await card.readCardFace())).toBe('card-removed');
      for (const session of sessions.splice(0)) await session[Symbol.asyncDispose]();
      await vi.waitFor(async () => expect(await stateOf(desk)).toBe('present'), { timeout: 5_000 });
      const second = expectDone(await openMyNumberCard(await connect()));
      expect(expectDone(await second.readAuthenticationCertificate())).toEqual(
        other.authenticationCertificate,
      );
      expect(codeOf(await second.readCardFace())).toBe('secret-required');
    });

    it('a wrong PIN stays spent when the card is pulled and laid down again', async () => {
      const { record } = await issuer.issue();
      const virtual = createVirtualCard(record);
      expectDone(await (await lay(virtual)).verifyAuthenticationPin(ascii('9999')));
      for (const session of sessions.splice(0)) await session[Symbol.asyncDispose]();
      await desk.remove();
      await vi.waitFor(async () => expect(await stateOf(desk)).toBe('absent'), { timeout: 5_000 });
      expect(expectDone(await (await lay(virtual)).triesLeft('authentication-pin'))).toBe(2);
    });

    it('a session is exclusive', async () => {
      await layIssued();
      expect(codeOf(await desk.readers.connect(desk.readerName))).toBe('card-in-use');
    });

    it('reports insertion and removal', async () => {
      const { record } = await issuer.issue();
      const events: string[] = [];
      using _watching = desk.readers.watch((event: ReaderEvent) => {
        if ('readerName' in event && event.readerName === desk.readerName) events.push(event.kind);
      });
      await vi.waitFor(() => expect(events).toEqual(['reader-added']), { timeout: 5_000 });
      expectDone(await desk.insert(createVirtualCard(record)));
      await vi.waitFor(() => expect(events.at(-1)).toBe('card-inserted'), { timeout: 5_000 });
      await desk.remove();
      await vi.waitFor(() => expect(events.at(-1)).toBe('card-removed'), { timeout: 5_000 });
      expect(events).toEqual(['reader-added', 'card-inserted', 'card-removed']);
    });

    it('a card of another kind is told apart', async () => {
      const { record } = await issuer.issue();
      const transit = createVirtualCard({ ...record, applications: record.applications.slice(0, 1) });
      expectDone(await desk.insert(transit));
      await vi.waitFor(async () => expect(await stateOf(desk)).toBe('present'), { timeout: 5_000 });
      expect(codeOf(await openMyNumberCard(await connect()))).toBe('card-not-my-number');
    });
  });
}

async function stateOf(desk: Desk): Promise<string> {
  const states = expectDone(await desk.readers.list());
  return states.find(({ readerName }) => readerName === desk.readerName)?.card ?? 'no reader';
}

async function sha256(text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', Buffer.from(text)));
}

function keyOf({ modulus, exponent }: RsaPublicKeyBytes) {
  const n = Buffer.from(modulus).toString('base64url');
  const e = Buffer.from(exponent).toString('base64url');
  return createPublicKey({ key: { kty: 'RSA', n, e }, format: 'jwk' });
}
