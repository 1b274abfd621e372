import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PaperCard, paperFace } from '../../test/paper-card.ts';
import { paperConnection } from '../../test/paper-connection.ts';
import { writeTlv } from '../apdu/ber-tlv.ts';
import { cardFailures } from '../failures.ts';
import { AID, CARD_FACE_FILE, JPKI_FILE, TEXT_INPUT_FILE } from './my-number-files.ts';
import { openMyNumberCard } from './open-my-number-card.ts';

const ascii = (text: string) => new TextEncoder().encode(text);

/** Bytes of every kind that a damaged or a hostile chip may hold: noise, cut, spoilt, and objects in odd places. */
const fileBytes = fc.oneof(
  fc.uint8Array({ maxLength: 600 }),
  fc.integer({ min: 0, max: 800 }).map((length) => paperFace().slice(0, length)),
  fc
    .tuple(fc.nat(3_000), fc.integer({ min: 0, max: 255 }))
    .map(([at, byte]) => Uint8Array.from(paperFace(), (old, i) => (i === at ? byte : old))),
  fc
    .tuple(fc.constantFrom(0xff10, 0xff20, 0xff30, 0xff40, 0xff50, 0x7f21, 0x30, 0xa1), fc.uint8Array())
    .map(([tag, value]) => writeTlv(tag, value)),
);

describe('whatever a chip holds', () => {
  it('is read, or is a failure of the table; nothing is thrown', async () => {
    await fc.assert(
      fc.asyncProperty(fileBytes, async (bytes) => {
        const paper = new PaperCard();
        const face = paper.application(AID.cardFace).files;
        for (const file of [0x0001, 0x0002, 0x0003, 0x0004, 0x0005]) face.set(file, bytes);
        face.set(CARD_FACE_FILE.cardFace, bytes);
        for (const [name, value] of [[CARD_FACE_FILE.birthDateKey, '550217']] as const)
          paper.application(AID.cardFace).secrets.set(name, { value, tries: 10, max: 10 });
        const text = paper.application(AID.textInput).files;
        for (const file of Object.values(TEXT_INPUT_FILE)) if (file <= 0x0008) text.set(file, bytes);
        const opened = await openMyNumberCard(paperConnection(paper));
        if (opened.status === 'failed') throw new Error(opened.reason.code);
        const jpki = paper.application(AID.jpki).files;
        for (const file of [JPKI_FILE.tokenInfo, JPKI_FILE.certificateAvailability]) jpki.set(file, bytes);
        jpki.set(JPKI_FILE.authenticationCertificate, bytes);
        const card = opened.value;
        await card.openCardFace(ascii('55021720352285'));
        const readings = [
          await card.readCardFace(),
          await card.readCardFaceIssuer(),
          await card.readApplicationInfo('card-face'),
          await card.readMyNumberImage(ascii('123456789012')),
          await card.readAgeRecord(ascii('550217')),
          await card.readTextAttributes({ textInputPin: ascii('5678') }),
          await card.readTextInputKey(),
          await card.readApplicationInfo('text-input'),
          await card.readTextAttributes({ textInputPin: ascii('5678') }, { protection: 'secure-messaging' }),
          await card.readTokenInfo(),
          await card.readCertificateAvailability(),
          await card.readAuthenticationCertificate(),
        ];
        for (const reading of readings)
          if (reading.status === 'failed') expect(Object.keys(cardFailures)).toContain(reading.reason.code);
      }),
      { numRuns: 300 },
    );
  });
});
