import { openMyNumberCard } from '@honnin/card';
import { reason } from '@honnin/outcome';
import { parseCertificate, validatePath } from '@honnin/pki';
import { closeCard } from '../visit-memory.ts';
import { cardFailed } from './card-failed.ts';
import type { Work } from './work.ts';

/**
 * Opens the exclusive session and reads what needs no secret: the authentication certificate, whose path and
 * date are judged at once so that nobody goes through a visit in vain, and the counters. Revocation is not
 * asked here but by the service, on the day.
 */
export const readCard: Work = async ({ tools, memory, readerName }) => {
  const connection = await tools.readers.connect(readerName);
  if (connection.status === 'failed') return cardFailed(connection.reason);
  const opened = await openMyNumberCard(connection.value);
  if (opened.status === 'failed') {
    await connection.value[Symbol.asyncDispose]();
    return cardFailed(opened.reason);
  }
  const card = opened.value;
  const der = await card.readAuthenticationCertificate();
  const certificate = der.status === 'done' ? parseCertificate(der.value) : der;
  if (certificate.status === 'failed') {
    await connection.value[Symbol.asyncDispose]();
    return cardFailed(certificate.reason);
  }
  memory.session = { connection: connection.value, card, certificate: certificate.value };

  const path = await validatePath({
    certificate: certificate.value,
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
  return {
    type: 'card-read',
    inGrace: path.value.inGrace,
    pinTriesLeft: pin.value,
    matchingTriesLeft: matching.value,
    faceTriesLeft: tools.faceTries.triesLeft(certificate.value.fingerprint),
  };
};
