import { createTestResidenceCardIssuer, signStatement, type TestResidenceCardIssuer } from '@honnin/pki';
import { beforeAll, describe, expect, test } from 'vitest';
import { claimsOf, type Issued, issueEverything, noise, now, policyOf } from '../test/identified.ts';
import { residenceClaim, residenceDocument } from '../test/residence-document.ts';
import { issueStatement } from './issue-statement.ts';
import { type ResidenceCardClaim, type StatementClaims, statementType } from './statement-claims.ts';
import { type DocumentPolicy, verifyDocumentStatement } from './verify-document-statement.ts';
import { verifyStatement } from './verify-statement.ts';

let issued: Issued;
let issuer: TestResidenceCardIssuer;
beforeAll(async () => {
  [issued, issuer] = await Promise.all([issueEverything(), createTestResidenceCardIssuer({ now })]);
});

const face = {
  model: { name: 'm', sha256: 'a'.repeat(64) },
  threshold: 0.48,
  falseMatchRate: 1e-3,
  similarity: 0.7,
  frames: 5,
  liveness: { status: 'verified', passive: 0.9, headTurn: 'met', eyes: 'blinked' },
  relaxed: [],
} satisfies StatementClaims['face'];

async function residenceClaims(
  generation: 'first' | 'second',
  change: (card: ResidenceCardClaim) => ResidenceCardClaim = (card) => card,
): Promise<StatementClaims> {
  const { card: _card, ...claims } = await claimsOf(issued);
  return {
    ...claims,
    method: 'face',
    face,
    card: change(residenceClaim(residenceDocument(issuer, generation))),
  };
}

const sign = (claims: StatementClaims) =>
  signStatement({
    payload: claims,
    type: statementType,
    privateKey: issued.terminal.key,
    chain: [issued.terminal.certificate],
  });

async function judge(claims: StatementClaims, change: Partial<DocumentPolicy> = {}): Promise<string> {
  const policy = { ...policyOf(issued), residenceCardAnchors: issuer.anchors, ...change };
  const outcome = await verifyDocumentStatement(await sign(claims), policy);
  return [outcome.status, ...outcome.reasons.map(({ code }) => code)].join(' ');
}

describe.each(['first', 'second'] as const)(
  'a statement by a residence card, %s generation',
  (generation) => {
    test('says who, and plainly how surely', async () => {
      const jws = await issueStatement({
        privateKey: issued.terminal.key,
        chain: [issued.terminal.certificate],
        claims: await residenceClaims(generation),
      });
      const policy = { ...policyOf(issued), residenceCardAnchors: issuer.anchors };
      const outcome = await verifyDocumentStatement(jws, policy);
      expect(outcome).toMatchObject({
        status: 'verified',
        value: {
          document: 'residence-card',
          proof: 'issuer-signature',
          number: 'AB12345678CD',
          method: 'face',
          attributes: { birthDate: generation === 'first' ? null : '1985-12-31' },
        },
        reasons: [{ code: 'issuer-signature-only' }],
      });
    });

    test('carries neither photo nor name: the signature is checked by a digest', async () => {
      const jws = await sign(await residenceClaims(generation));
      expect(jws.length).toBeLessThan(6_000);
    });

    test('is not taken where residence cards are not, and never as an insurance card', async () => {
      const claims = await residenceClaims(generation);
      expect(await judge(claims, { residenceCardAnchors: [] })).toBe('rejected document-not-accepted');
      const outcome = await verifyStatement(await sign(claims), policyOf(issued));
      expect([outcome.status, outcome.reasons[0]?.code]).toEqual(['rejected', 'document-not-accepted']);
    });

    test('about another digest than the issuer signed is refused', async () => {
      const claims = await residenceClaims(generation, (card) => ({
        ...card,
        proof: { ...card.proof, digest: noise() },
      }));
      expect(await judge(claims)).toBe('rejected residence-card-signature-invalid');
    });

    test('by an issuer that the service does not know is refused', async () => {
      const forger = await createTestResidenceCardIssuer({ now });
      const claims = await residenceClaims(generation, () =>
        residenceClaim(residenceDocument(forger, generation)),
      );
      expect(await judge(claims)).toMatch(/^rejected certificate-signature-invalid/);
    });

    test('claiming a PIN is refused: the card has none', async () => {
      const { face: _face, ...claims } = await residenceClaims(generation);
      expect(await judge({ ...claims, method: 'pin' })).toBe('rejected statement-inconsistent');
    });
  },
);

test('a statement by a My Number card is judged as ever', async () => {
  expect(await judge(await claimsOf(issued))).toMatch(/^verified/);
});
