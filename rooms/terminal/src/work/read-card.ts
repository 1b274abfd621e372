import { type CardConnection, openDocument } from '@honnin/card';
import { type Attempt, done, failed, reason } from '@honnin/outcome';
import { parseCertificate, validatePath } from '@honnin/pki';
import {
  type CardInSession,
  closeCard,
  forgetSecrets,
  type ResidenceInSession,
  type VisitMemory,
} from '../visit-memory.ts';
import { cardFailed } from './card-failed.ts';
import type { Work } from './work.ts';

/**
 * Opens the exclusive session and reads what needs no secret: the authentication certificate, whose path and
 * date are judged at once so that nobody goes through a visit in vain, and the counters. Revocation is not
 * asked here but by the service, on the day. A card that was lifted off the reader in mid-visit is read like this
 * again, and has to be the same one. A residence card tells nothing before its number.
 */
export const readCard: Work = async ({ tools, memory, readerName }) => {
  const connection = await tools.readers.connect(readerName);
  if (connection.status === 'failed') return cardFailed(connection.reason);
  const takesResidenceCards = (tools.anchors.residenceCard ?? []).length > 0;
  const session = await openSession(connection.value, takesResidenceCards);
  if (session.status === 'failed') return cardFailed(session.reason);
  const laid = session.value;
  if (!isSameCard(memory, laid)) {
    // What was read off the first card's print is not for the second.
    forgetSecrets(memory);
    await laid.connection[Symbol.asyncDispose]();
    return { type: 'other-card' };
  }
  if ('document' in laid) {
    memory.residenceSession = laid;
    return { type: 'residence-card-read' };
  }
  memory.session = laid;
  const { card, certificate } = laid;

  const path = await validatePath({
    certificate,
    intermediates: [],
    anchors: tools.anchors.authentication,
    at: tools.clock(),
    keyUsage: 'digitalSignature',
    graceAfterExpiryMs: tools.graceAfterExpiryMs,
  });
  if (path.status !== 'verified') {
    await closeCard(memory);
    const [why = reason('terminal-error', 'a path without a reason')] = path.reasons;
    return { type: 'card-failed', reason: why, again: false };
  }
  const pin = await card.triesLeft('authentication-pin');
  if (pin.status === 'failed') return cardFailed(pin.reason);
  const matching = await card.triesLeft('matching-number-b');
  if (matching.status === 'failed') return cardFailed(matching.reason);
  const { triesLeft, waitMs } = tools.faceTries.standing(certificate.fingerprint);
  return {
    type: 'card-read',
    inGrace: path.value.inGrace,
    pinTriesLeft: pin.value,
    matchingTriesLeft: matching.value,
    faceTriesLeft: triesLeft,
    faceWaits: waitMs > 0,
  };
};

/** Whether it is the card that was lifted off the reader, where one was; asked once. */
function isSameCard(memory: VisitMemory, laid: CardInSession | ResidenceInSession): boolean {
  const { liftedFingerprint } = memory;
  memory.liftedFingerprint = null;
  if (liftedFingerprint === null) return true;
  return 'certificate' in laid && laid.certificate.fingerprint === liftedFingerprint;
}

/** The session belongs to whoever gets it; in every other case, a bug included, the card is let go here. */
async function openSession(
  connection: CardConnection,
  takesResidenceCards: boolean,
): Promise<Attempt<CardInSession | ResidenceInSession>> {
  let kept = false;
  try {
    const opened = await openDocument(connection);
    if (opened.status === 'failed') return opened;
    const document = opened.value;
    if (document.kind === 'other') return failed(document.looksLike);
    if (document.kind === 'residence-card') {
      if (!takesResidenceCards) return failed(reason('residence-card-to-desk', document.card.type));
      kept = true;
      return done({ connection, document });
    }
    const { card } = document;
    const der = await card.readAuthenticationCertificate();
    const certificate = der.status === 'done' ? parseCertificate(der.value) : der;
    if (certificate.status === 'failed') return certificate;
    kept = true;
    return done({ connection, card, certificate: certificate.value });
  } finally {
    if (!kept) await connection[Symbol.asyncDispose]();
  }
}
