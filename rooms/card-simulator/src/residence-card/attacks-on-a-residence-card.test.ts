import { createHash } from 'node:crypto';
import {
  type CardConnection,
  openDocument,
  openResidenceCard,
  RESIDENCE_FILE,
  type UnverifiedResidenceCard,
} from '@honnin/card';
import { type Attempt, done } from '@honnin/outcome';
import { parseCertificate, validatePath, verifyResidenceCardSignature } from '@honnin/pki';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { expectDone } from '../../test/reading-a-card.suite.ts';
import {
  createTestResidenceCards,
  residencePhoto,
  type TestResidenceCards,
  withFile,
} from '../../test/test-residence-cards.ts';
import type { VirtualChip } from '../card/virtual-card.ts';
import { createOtherCard } from '../faults/create-other-card.ts';
import { issueTestResidenceCard } from './issue-test-residence-card.ts';
import { sampleResidenceCardHolder } from './sample-residence-card-holder.ts';
import { createVirtualResidenceCard } from './virtual-residence-card.ts';

const generations = ['first', 'second'] as const;
type Generation = (typeof generations)[number];
const number = new TextEncoder().encode('AB12345678CD');
let cards: TestResidenceCards;

beforeAll(async () => {
  cards = await createTestResidenceCards();
});

/** A session in which every answer may be altered on its way. */
function connectionTo(
  chip: VirtualChip,
  alter: (answer: Uint8Array, index: number, command: Uint8Array) => Uint8Array = (answer) => answer,
): CardConnection {
  let index = 0;
  return {
    readerName: 'air',
    atr: chip.atr,
    async transmit(command) {
      const answer = await chip.transmit(command.slice());
      index += 1;
      return done(alter(answer, index - 1, command));
    },
    async [Symbol.asyncDispose]() {},
  };
}

async function read(connection: CardConnection): Promise<Attempt<UnverifiedResidenceCard>> {
  const card = await openResidenceCard(connection);
  if (card.status === 'failed') return card;
  const check = await card.value.presentNumber(number);
  if (check.status === 'failed') return check;
  if (check.value.kind === 'wrong') throw new Error('the number is right');
  return card.value.readFront();
}

/** Every answer of an honest reading. */
async function answersOf(chip: VirtualChip): Promise<readonly Uint8Array[]> {
  const heard: Uint8Array[] = [];
  const listening = connectionTo(chip, (answer) => {
    heard.push(answer.slice());
    return answer;
  });
  expectDone(await read(listening));
  return heard;
}

/** What a verifier makes of it, as `verified` or the code of the first reason. */
async function verdictOn(front: UnverifiedResidenceCard): Promise<string> {
  if (front.signature === null) return 'unsigned';
  const certificate = parseCertificate(front.signature.certificate);
  if (certificate.status === 'failed') return certificate.reason.code;
  const at = new Date('2026-11-20T09:00:00Z');
  const path = await validatePath({
    certificate: certificate.value,
    intermediates: [],
    anchors: cards.issuer.anchors,
    at,
    keyUsage: 'digitalSignature',
  });
  if (path.status !== 'verified') return path.reasons[0]?.code ?? path.status;
  const outcome = verifyResidenceCardSignature({
    scheme: front.generation,
    publicKey: certificate.value.publicKey,
    digest: createHash('sha256').update(front.signedData).digest(),
    checkCode: front.signature.checkCode,
  });
  return outcome.status === 'verified' ? 'verified' : (outcome.reasons[0]?.code ?? outcome.status);
}

describe.each(generations)('a residence card of the %s generation', (generation: Generation) => {
  const chipOf = (record = cards.issue(generation)) => createVirtualResidenceCard(record);
  const photoFile = () => ({
    folder: 'DF1' as const,
    id: generation === 'first' ? RESIDENCE_FILE.first.photo : RESIDENCE_FILE.second.nameAndPhoto,
  });

  it('is verified as it was issued', async () => {
    expect(await verdictOn(expectDone(await read(connectionTo(chipOf()))))).toBe('verified');
  });

  it('with another photo in it is not (swapped photo)', async () => {
    const record = withFile(cards.issue(generation), photoFile(), (content) => {
      const at = content.indexOf(Buffer.from(residencePhoto));
      content[at + 100] = (content[at + 100] ?? 0) ^ 0xff;
      return content;
    });
    const front = expectDone(await read(connectionTo(chipOf(record))));
    expect(front.photo).not.toBeNull();
    expect(await verdictOn(front)).toBe('residence-card-signature-invalid');
  });

  it('with the signed half of another genuine card is not', async () => {
    const other = cards.issue(generation, {
      photo: Uint8Array.from(residencePhoto, (byte, index) => (index === 50 ? byte ^ 1 : byte)),
    });
    const signature = other.files.find(({ folder }) => folder === 'DF3');
    const record = cards.issue(generation);
    const mixed = {
      ...record,
      files: record.files.map((f) => (f.folder === 'DF3' && signature ? signature : f)),
    };
    const front = expectDone(await read(connectionTo(chipOf(mixed))));
    expect(await verdictOn(front)).toBe('residence-card-signature-invalid');
  });

  it('signed by an issuer of the attacker’s own is not', async () => {
    const attacker = await createTestResidenceCards();
    const record = issueTestResidenceCard({
      issuer: attacker.issuer,
      holder: sampleResidenceCardHolder(generation),
    });
    const front = expectDone(await read(connectionTo(chipOf(record))));
    expect(await verdictOn(front)).not.toBe('verified');
  });

  it('without signature is unsigned, never verified', async () => {
    const record = cards.issue(generation, { photo: null });
    const front = expectDone(await read(connectionTo(chipOf(record))));
    expect(await verdictOn(front)).toBe('unsigned');
  });

  it('copied whole under its number passes: nothing in the chip tells a copy (known limit)', async () => {
    const copy = chipOf(structuredClone(cards.issue(generation)));
    expect(await verdictOn(expectDone(await read(connectionTo(copy))))).toBe('verified');
  });

  it('played back from an earlier session is not taken for a card (replay)', async () => {
    const chip = chipOf();
    const heard = await answersOf(chip);
    let index = 0;
    const tape: VirtualChip = {
      atr: chip.atr,
      transmit: async () => heard[index++]?.slice() ?? Uint8Array.of(0x90, 0x00),
      reset: () => undefined,
    };
    expect(await read(connectionTo(tape))).toMatchObject({
      status: 'failed',
      reason: { code: 'residence-card-unauthenticated' },
    });
  });

  it('that repeats the terminal’s own half is not taken for a card (reflection)', async () => {
    const reflect = (answer: Uint8Array, _index: number, command: Uint8Array) =>
      command[1] === 0x82 ? Uint8Array.from([...command.subarray(5, 45), 0x90, 0x00]) : answer;
    expect(await read(connectionTo(chipOf(), reflect))).toMatchObject({
      reason: { code: 'residence-card-unauthenticated' },
    });
  });

  it('whose answers are torn at any command ends in a failure with a name, never in a reading', async () => {
    const chip = chipOf();
    const { length: commands } = await answersOf(chip);
    for (let torn = 0; torn < commands; torn += 1) {
      for (const keep of [0, 1, 0.5, 0.9]) {
        chip.reset();
        let hadData = false;
        const outcome = await read(
          connectionTo(chip, (answer, index) => {
            if (index !== torn) return answer;
            hadData = answer.length > 2;
            return answer.subarray(0, keep < 1 ? Math.floor((answer.length - 1) * keep) : answer.length - 1);
          }),
        );
        // The two free files: torn, they are those of no residence card, or of one without a version.
        if (outcome.status === 'done') expect(hadData && torn <= 1).toBe(true);
        else
          expect([
            'response-torn',
            'secure-messaging-broken',
            'card-data-malformed',
            'card-answered-error',
            'residence-card-unauthenticated',
            'document-not-supported',
            'secret-required',
            'card-file-missing',
          ]).toContain(outcome.reason.code);
      }
    }
  });

  it('is never verified with any bit of its files flipped on the way: encryption alone keeps nothing whole', async () => {
    const chip = chipOf();
    const { length: commands } = await answersOf(chip);
    const genuine = expectDone(await read(connectionTo(chipOf())));
    // From MUTUAL AUTHENTICATE on: an altered challenge only makes the card refuse the number.
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 3, max: commands - 1 }), fc.nat(), async (at, bit) => {
        chip.reset();
        const outcome = await read(
          connectionTo(chip, (answer, index) => {
            if (index !== at || answer.length < 3) return answer;
            const altered = answer.slice();
            const place = bit % ((altered.length - 2) * 8);
            altered[place >> 3] = (altered[place >> 3] ?? 0) ^ (1 << (place & 7));
            return altered;
          }),
        );
        if (outcome.status === 'failed') return;
        const { signedData } = outcome.value;
        const unchanged = Buffer.compare(signedData, genuine.signedData) === 0;
        const verdict = await verdictOn(outcome.value);
        if (verdict === 'verified') expect(unchanged).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('is read in pieces where the reader takes no extended lengths', async () => {
    const chip = chipOf();
    let commands = 0;
    const narrow: VirtualChip = {
      ...chip,
      transmit: async (command) => {
        commands += 1;
        const extended = command.length > 5 && command[4] === 0;
        return extended ? Uint8Array.of(0x67, 0x00) : chip.transmit(command);
      },
    };
    const front = expectDone(await read(connectionTo(narrow)));
    expect(await verdictOn(front)).toBe('verified');
    expect(commands).toBeGreaterThan(20);
  });
});

describe('openDocument', () => {
  it.each([
    ['transit-card', 'transit-card-laid'],
    ['driving-licence', 'driving-licence-laid'],
    ['credit-card', 'payment-card-laid'],
  ] as const)('says what a %s looks like', async (kind, code) => {
    const opened = expectDone(await openDocument(connectionTo(createOtherCard(kind))));
    expect(opened).toMatchObject({ kind: 'other', looksLike: { code } });
  });

  it('names a kind of residence card that is newer than this program', async () => {
    const record = withFile(cards.issue('second'), { folder: 'MF', id: RESIDENCE_FILE.kind }, () =>
      Uint8Array.of(0xc1, 0x02, 0x30, 0x39),
    );
    expect(await openDocument(connectionTo(createVirtualResidenceCard(record)))).toMatchObject({
      status: 'failed',
      reason: { code: 'document-generation-unknown' },
    });
  });

  it('finds a residence card in which another program had selected something', async () => {
    const chip = createVirtualResidenceCard(cards.issue('first'));
    await chip.transmit(Buffer.from('00A4040C10D392F0004F0200000000000000000000', 'hex'));
    expect(expectDone(await openDocument(connectionTo(chip))).kind).toBe('residence-card');
  });
});
