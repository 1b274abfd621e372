import { randomUUID } from 'node:crypto';
import {
  type CardProof,
  cardChallenge,
  type IdentificationMethod,
  issueStatement,
  type MyNumberCardClaim,
  type ResidenceCardClaim,
  type StatementClaims,
  type VisitContext,
} from '@honnin/identification';
import { type Attempt, done, reason } from '@honnin/outcome';
import { triedCard } from '../opened-face.ts';
import { closeCard, forgetFace, type VisitMemory } from '../visit-memory.ts';
import type { VisitTools } from '../visit-tools.ts';
import { cardFailed } from './card-failed.ts';
import { openedOf, sessionOf } from './session-of.ts';
import type { Work } from './work.ts';

/**
 * Lets the card answer the challenge that is bound to service, nonce and time, signs the statement, and then
 * lets go of what is no longer needed: the card session (a PIN opened it) and the face.
 */
export const issueIdentification: Work = async ({ tools, memory, context }) => {
  const method = context.identifiedBy;
  if (method === null) throw new Error('nobody was identified');
  const opened = openedOf(memory);
  const tried = triedCard(memory);
  const issuedAt = Math.floor(tools.clock().getTime() / 1000);
  const challenge = cardChallenge({ audience: opened.audience, nonce: opened.nonce, issuedAt });
  const card =
    context.document === 'residence-card'
      ? done(residenceClaim(memory))
      : await myNumberClaim(tools, memory, method, challenge);
  if (card.status === 'failed') return cardFailed(card.reason);

  const claims: StatementClaims = {
    iss: tools.id,
    aud: opened.audience,
    jti: randomUUID({ disableEntropyCache: true }),
    iat: issuedAt,
    nonce: opened.nonce,
    method,
    card: card.value,
    ...(method === 'face' && memory.faceClaim !== null ? { face: memory.faceClaim } : {}),
    ...(method === 'staff' && memory.staff !== null ? { staff: memory.staff } : {}),
    remarks: remarksOf(memory, context, card.value.proof),
  };
  memory.statement = await issueStatement({ privateKey: tools.key, chain: tools.chain, claims });
  // In whatever way: who was identified has broken the row of failed face attempts.
  if (tried !== null) tools.faceTries.clear(tried);
  forgetFace(memory);
  await closeCard(memory);
  return { type: 'statement-issued' };
};

async function myNumberClaim(
  tools: VisitTools,
  memory: VisitMemory,
  method: IdentificationMethod,
  challenge: Uint8Array,
): Promise<Attempt<MyNumberCardClaim>> {
  const { certificate } = sessionOf(memory);
  const proof = await proveCard(tools, memory, method, challenge);
  if (proof.status === 'failed') return proof;
  return done({ kind: 'my-number-card', certificate: base64(certificate.der), proof: proof.value });
}

/** Nothing answers the challenge: the chip has no key. What its issuer signed is named by its digest. */
function residenceClaim(memory: VisitMemory): ResidenceCardClaim {
  if (memory.residenceCard === null) throw new Error('no residence card was read');
  const { reading, verified } = memory.residenceCard;
  return {
    kind: 'residence-card',
    generation: verified.generation,
    number: reading.proof.number,
    attributes: { ...verified.attributes },
    proof: {
      kind: 'issuer-signature',
      digest: base64(verified.digest),
      checkCode: base64(verified.checkCode),
      certificate: base64(verified.certificate),
    },
  };
}

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

async function proveCard(
  tools: VisitTools,
  memory: VisitMemory,
  method: IdentificationMethod,
  challenge: Uint8Array,
): Promise<Attempt<CardProof>> {
  const { card } = sessionOf(memory);
  if (method === 'pin') {
    const signature = await card.signForAuthentication(challenge);
    if (signature.status === 'failed') return signature;
    return done({
      kind: 'jpki-signature',
      challenge: base64(challenge),
      signature: base64(signature.value),
      authorisedBy: 'pin',
    });
  }
  if (tools.verifierExtension === 'use-when-offered') {
    const signature = await card.signAuthorisedByVerifier(challenge);
    if (signature.status === 'done') {
      return done({
        kind: 'jpki-signature',
        challenge: base64(challenge),
        signature: base64(signature.value),
        authorisedBy: 'verifier-extension',
      });
    }
    if (signature.reason.code !== 'extension-not-offered') return signature;
  }
  if (memory.cardFace === null) throw new Error('the card’s own key is not known');
  const { publicKey, birthDate } = memory.cardFace.verified;
  const signature = await card.proveCardFaceKey(challenge);
  if (signature.status === 'failed') return signature;
  return done({
    kind: 'card-session',
    challenge: base64(challenge),
    signature: base64(signature.value),
    publicKey: { exponent: base64(publicKey.exponent), modulus: base64(publicKey.modulus) },
    birthDate,
  });
}

function remarksOf(
  memory: VisitMemory,
  context: VisitContext,
  proof: StatementClaims['card']['proof'],
): StatementClaims['remarks'] {
  const { inGrace, identifiedBy, staffBecause } = context;
  const codes = new Set([
    ...memory.remarks.map(({ code }) => code),
    ...(inGrace ? ['certificate-in-grace'] : []),
    ...(identifiedBy === 'staff' && staffBecause !== null ? [staffBecause.code] : []),
    ...(proof.kind === 'card-session' ? ['card-session-by-terminal'] : []),
    ...(proof.kind === 'jpki-signature' && proof.authorisedBy === 'verifier-extension'
      ? ['verifier-extension-used']
      : []),
  ]);
  return [...codes].map((code) => reason(code));
}
