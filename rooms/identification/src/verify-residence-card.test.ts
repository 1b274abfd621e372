import { createTestResidenceCardIssuer, type TestResidenceCardIssuer } from '@honnin/pki';
import { beforeAll, describe, expect, test } from 'vitest';
import { now } from '../test/identified.ts';
import { residenceDocument } from '../test/residence-document.ts';
import { verifyDocument } from './verify-document.ts';

let issuer: TestResidenceCardIssuer;
beforeAll(async () => {
  issuer = await createTestResidenceCardIssuer({ now });
});

async function judge(
  document: ReturnType<typeof residenceDocument>,
  residenceCard = issuer.anchors,
): Promise<string> {
  const outcome = await verifyDocument(document, { anchors: { cardFace: [], residenceCard }, at: now });
  return [outcome.status, ...outcome.reasons.map(({ code }) => code)].join(' ');
}

describe.each(['first', 'second'] as const)('a residence card of the %s generation', (generation) => {
  test('holds by its issuer’s signature, and the outcome says what that does not show', async () => {
    const remarks = generation === 'first' ? ' residence-card-expiry-unread' : '';
    expect(await judge(residenceDocument(issuer, generation))).toBe(
      `verified issuer-signature-only${remarks}`,
    );
  });

  test('with another photo does not (swapped photo)', async () => {
    const document = residenceDocument(issuer, generation, {
      tamper: (data) =>
        data.fill(7, generation === 'first' ? 7100 : 100, generation === 'first' ? 7200 : 200),
    });
    expect(await judge(document)).toBe('rejected residence-card-signature-invalid');
  });

  test('whose photo was exchanged beside what is signed does not', async () => {
    const document = { ...residenceDocument(issuer, generation), photo: new Uint8Array(100).fill(3) };
    expect(await judge(document)).toBe('rejected residence-card-unbound');
  });

  test('of an issuer of the forger’s own does not', async () => {
    const forger = await createTestResidenceCardIssuer({ now });
    expect(await judge(residenceDocument(forger, generation))).toMatch(
      /^rejected certificate-signature-invalid/,
    );
  });

  test('signed with the other generation’s key and certificate does not', async () => {
    const document = residenceDocument(issuer, generation);
    const signature = issuer.sign(generation === 'first' ? 'second' : 'first', document.proof.signedData);
    expect(await judge({ ...document, proof: { ...document.proof, signature } })).toBe(
      'rejected residence-card-signature-invalid',
    );
  });

  test('cannot be checked without anchors, or without a signature: undetermined, not forged', async () => {
    const document = residenceDocument(issuer, generation);
    expect(await judge(document, [])).toBe('undetermined anchors-missing');
    expect(await judge({ ...document, proof: { ...document.proof, signature: null } })).toBe(
      'undetermined residence-card-unsigned',
    );
  });
});

test('a card of the second generation whose date has passed does not hold', async () => {
  expect(await judge(residenceDocument(issuer, 'second', { expiryDate: '2026-11-23' }))).toBe(
    'rejected residence-card-expired',
  );
  expect(await judge(residenceDocument(issuer, 'second', { expiryDate: '2026-11-24' }))).toMatch(/^verified/);
});

test('entries that are not the signed ones do not hold', async () => {
  const document = residenceDocument(issuer, 'second');
  const attributes = { ...document.attributes, birthDate: '2000-01-01' };
  expect(await judge({ ...document, attributes })).toBe('rejected residence-card-unbound');
});
