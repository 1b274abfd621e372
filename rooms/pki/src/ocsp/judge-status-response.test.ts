import { done, failed, reason } from '@honnin/outcome';
import { ExtendedKeyUsage, type Extension, id_ce_extKeyUsage } from '@peculiar/asn1-x509';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rawExtension } from '../../test/extensions.ts';
import {
  flipped,
  later,
  makeAuthority,
  makeParty,
  now,
  type Party,
  type PartyOptions,
} from '../../test/workshop.ts';
import { extensionOf } from '../certificate/encode-certificate.ts';
import { pkiFailures } from '../failures.ts';
import { validatePath } from '../path/validate-path.ts';
import type { RevocationStatus } from '../revocation/revocation-source.ts';
import { certificateIdOf, type IdentifierHash } from './certificate-id.ts';
import {
  createResponderRevocationSource,
  type ResponderOptions,
} from './create-responder-revocation-source.ts';
import {
  encodeStatusRefusal,
  encodeStatusResponse,
  type StatusResponseContents,
} from './encode-status-response.ts';
import { ocspId } from './ocsp-id.ts';
import { parseStatusResponse, type StatusAnswer } from './parse-status-response.ts';
import { stapledRevocationSource } from './stapled-revocation-source.ts';
import { encodeStatusRequest, parseStatusRequest } from './status-request.ts';

const authority = makeAuthority({ name: 'Root' });
const holder = makeParty({ name: 'Holder', issuer: authority });
const minute = 60_000;
const soon = (minutes: number): Date => new Date(now.getTime() + minutes * minute);

const noCheck = rawExtension(ocspId.noCheck, false, Uint8Array.of(5, 0));
const purpose = (...purposes: readonly string[]): Extension =>
  extensionOf(id_ce_extKeyUsage, false, new ExtendedKeyUsage([...purposes]));

function makeResponder(options: Partial<PartyOptions> = {}): Party {
  return makeParty({
    name: 'Responder',
    issuer: authority,
    extensions: [purpose(ocspId.signing), noCheck],
    ...options,
  });
}
const responder = makeResponder();

interface Answering {
  readonly signer?: Party;
  readonly hash?: IdentifierHash;
  readonly about?: Party;
  readonly answer?: Partial<StatusAnswer>;
  readonly response?: Partial<StatusResponseContents>;
  readonly echo?: (nonce: Uint8Array | null) => Uint8Array | null;
}

function responseTo(request: Uint8Array, answering: Answering): Uint8Array {
  const { signer = responder, about = holder, echo = (nonce) => nonce } = answering;
  const parsed = parseStatusRequest(request);
  if (parsed.status === 'failed') throw new Error(parsed.reason.detail);
  return encodeStatusResponse({
    signer: signer.certificate,
    key: signer.key,
    producedAt: now,
    answers: [
      {
        id: certificateIdOf(answering.hash ?? 'sha1', about.certificate.serialNumber, authority.certificate),
        status: { kind: 'good' },
        thisUpdate: soon(-1),
        nextUpdate: soon(59),
        ...answering.answer,
      },
    ],
    nonce: echo(parsed.value.nonce),
    certificates: [signer.certificate],
    ...answering.response,
  });
}

function source(answering: Answering, options: Partial<ResponderOptions> = {}) {
  return createResponderRevocationSource({
    fetchOctets: async (_, request) => done(responseTo(request?.body ?? new Uint8Array(), answering)),
    random: (length) => new Uint8Array(length).fill(7),
    addressOf: () => 'http://127.0.0.1/',
    ...options,
  });
}

function line(status: RevocationStatus): string {
  if (status.kind !== 'unknown') return status.kind;
  expect(Object.keys(pkiFailures)).toContain(status.reason.code);
  expect(status.reason.detail).toBeTruthy();
  return status.reason.code;
}

async function judged(answering: Answering = {}, options: Partial<ResponderOptions> = {}): Promise<string> {
  const asked = source(answering, options);
  return line(await asked.statusOf(holder.certificate, authority.certificate, now));
}

const badSigner = 'status-response-signature-invalid';
const mismatch = 'status-response-mismatch';
const stale = 'status-response-stale';

describe('an answer by OCSP', () => {
  it('is good, revoked with time and reason, or not known', async () => {
    expect(await judged()).toBe('good');
    const revoked = { kind: 'revoked', at: soon(-5), reason: 'key-compromise' } as const;
    const status = await source({ answer: { status: revoked } }).statusOf(
      holder.certificate,
      authority.certificate,
      now,
    );
    expect(status).toEqual(revoked);
    expect(await judged({ answer: { status: { kind: 'unknown' } } })).toBe('status-not-known-to-responder');
  });

  it('says as of when', async () => {
    const status = await source({}).statusOf(holder.certificate, authority.certificate, now);
    expect(status).toEqual({ kind: 'good', asOf: soon(-1) });
  });

  it('may name the certificate by another hash than was asked with', async () => {
    for (const hash of ['sha256', 'sha384', 'sha512'] as const) expect(await judged({ hash })).toBe('good');
    expect(await judged({}, { identifierHash: 'sha256' })).toBe('good');
  });

  it('about another certificate, or another issuer of the same name, is none', async () => {
    expect(await judged({ about: makeParty({ name: 'Other', issuer: authority }) })).toBe(mismatch);
    const impostor = makeAuthority({ name: 'Root' });
    const id = certificateIdOf('sha1', holder.certificate.serialNumber, impostor.certificate);
    expect(await judged({ answer: { id } })).toBe(mismatch);
  });

  it('is not lost where a responder says both good and revoked', async () => {
    const id = certificateIdOf('sha1', holder.certificate.serialNumber, authority.certificate);
    const times = { id, thisUpdate: soon(-1), nextUpdate: soon(9) };
    const answers: StatusAnswer[] = [
      { ...times, status: { kind: 'good' } },
      { ...times, status: { kind: 'revoked', at: soon(-5), reason: 'unspecified' } },
    ];
    expect(await judged({ response: { answers } })).toBe('revoked');
  });
});

describe('who may answer (RFC 6960 §4.2.2.2)', () => {
  it('the issuer itself, by key and by name', async () => {
    for (const namedBy of ['key', 'name'] as const)
      expect(await judged({ signer: authority, response: { namedBy, certificates: [] } })).toBe('good');
  });

  it('a responder that the issuer certified for it, by key and by name', async () => {
    for (const namedBy of ['key', 'name'] as const)
      expect(await judged({ response: { namedBy } })).toBe('good');
  });

  it('nobody whose certificate is not at hand', async () => {
    expect(await judged({ response: { certificates: [] } })).toBe(badSigner);
  });

  it('no holder of any other certificate of the issuer', async () => {
    expect(await judged({ signer: makeParty({ name: 'Friend', issuer: authority }) })).toBe(badSigner);
    expect(
      await judged({ signer: makeResponder({ extensions: [purpose('1.3.6.1.5.5.7.3.2'), noCheck] }) }),
    ).toBe(badSigner);
  });

  it('no responder of another authority, even of the same name', async () => {
    expect(await judged({ signer: makeResponder({ issuer: makeAuthority({ name: 'Root' }) }) })).toBe(
      badSigner,
    );
    expect(await judged({ signer: makeResponder({ issuer: makeAuthority({ name: 'Else' }) }) })).toBe(
      badSigner,
    );
  });

  it('no responder that the issuer’s key certified under another name', async () => {
    const other = makeAuthority({ name: 'Else', key: authority.key });
    expect(await judged({ signer: makeResponder({ issuer: other }) })).toBe(badSigner);
  });

  it('no responder whom the issuer’s own subordinate certified', async () => {
    const below = makeAuthority({ name: 'Below', issuer: authority });
    expect(await judged({ signer: makeResponder({ issuer: below }) })).toBe(badSigner);
  });

  it('no expired responder, and none that could itself be revoked unnoticed', async () => {
    expect(await judged({ signer: makeResponder({ notAfter: later(-1) }) })).toBe(badSigner);
    expect(await judged({ signer: makeResponder({ extensions: [purpose(ocspId.signing)] }) })).toBe(
      badSigner,
    );
  });

  it('a responder that the operator knows', async () => {
    const own = makeParty({ name: 'Own' });
    const answering = { signer: own, response: { certificates: [] } };
    expect(await judged(answering)).toBe(badSigner);
    expect(await judged(answering, { knownResponders: [own.certificate] })).toBe('good');
  });

  it('nobody who changes the answer on its way', async () => {
    const request = encodeStatusRequest({ ids: [], nonce: new Uint8Array(32).fill(7) });
    const response = responseTo(request, {});
    const at = Buffer.from(response).indexOf(Buffer.from(holder.certificate.serialNumber, 'hex'));
    for (const octet of [at, -1]) {
      const changed = { fetchOctets: async () => done(flipped(response, octet)) };
      expect(['status-response-mismatch', badSigner, 'status-response-malformed']).toContain(
        await judged({}, changed),
      );
    }
    // A certificate sent along may be changed without harm to what is signed: then there is no responder.
    expect(await judged({}, { fetchOctets: async () => done(response) })).toBe('good');
  });
});

describe('the nonce (RFC 9654)', () => {
  it('keeps an answer from being replayed', async () => {
    expect(await judged({ echo: () => new Uint8Array(32).fill(8) })).toBe(mismatch);
  });

  it('must come back, unless the operator’s responder is known to leave it out', async () => {
    expect(await judged({ echo: () => null })).toBe(mismatch);
    expect(await judged({ echo: () => null }, { nonce: 'optional' })).toBe('good');
    expect(await judged({ echo: () => new Uint8Array(32).fill(8) }, { nonce: 'optional' })).toBe(mismatch);
    expect(await judged({}, { nonce: 'omitted' })).toBe('good');
  });
});

describe('the dates of an answer (RFC 6960 §3.2)', () => {
  it('must fit the present, give or take a difference of clocks', async () => {
    expect(await judged({ answer: { thisUpdate: soon(-20), nextUpdate: soon(-4) } })).toBe('good');
    expect(await judged({ answer: { thisUpdate: soon(-20), nextUpdate: soon(-6) } })).toBe(stale);
    expect(await judged({ answer: { thisUpdate: soon(4) } })).toBe('good');
    expect(await judged({ answer: { thisUpdate: soon(6) } })).toBe(stale);
    expect(await judged({ response: { producedAt: soon(6) } })).toBe(stale);
  });

  it('without a next update must be of now', async () => {
    expect(await judged({ answer: { nextUpdate: null } })).toBe('good');
    expect(await judged({ answer: { thisUpdate: soon(-16), nextUpdate: null } })).toBe(stale);
  });

  it('do not save what an old answer called revoked, but for a hold', async () => {
    const old = (why: 'key-compromise' | 'certificate-hold') =>
      judged({
        answer: {
          thisUpdate: soon(-90),
          nextUpdate: soon(-60),
          status: { kind: 'revoked', at: soon(-99), reason: why },
        },
      });
    expect(await old('key-compromise')).toBe('revoked');
    expect(await old('certificate-hold')).toBe(stale);
  });
});

describe('what is no answer', () => {
  it('leaves the status unknown, each with its reason', async () => {
    const by = (octets: Uint8Array) => judged({}, { fetchOctets: async () => done(octets) });
    for (const why of [
      'malformedRequest',
      'internalError',
      'tryLater',
      'sigRequired',
      'unauthorized',
    ] as const)
      expect(await by(encodeStatusRefusal(why))).toBe('status-response-refused');
    expect(await by(Buffer.from('<html>'))).toBe('status-response-malformed');
    const silent = failed(reason('status-response-unavailable', 'no route'));
    expect(await judged({}, { fetchOctets: async () => silent })).toBe('status-response-unavailable');
    expect(await judged({}, { addressOf: () => null })).toBe('status-responder-missing');
  });

  it('fails to parse with its own code, whatever the octets', () => {
    const request = encodeStatusRequest({ ids: [], nonce: null });
    const sample = responseTo(request, {});
    fc.assert(
      fc.property(fc.nat(sample.length - 1), fc.integer({ min: 0, max: 255 }), (at, octet) => {
        const attempt = parseStatusResponse(sample.map((value, index) => (index === at ? octet : value)));
        if (attempt.status === 'failed')
          expect(['status-response-malformed', 'status-response-refused']).toContain(attempt.reason.code);
      }),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (octets) => {
        parseStatusResponse(octets);
      }),
    );
  });
});

describe('a path by OCSP', () => {
  const middle = makeAuthority({ name: 'Middle', issuer: authority });
  const leaf = makeParty({ name: 'Leaf', issuer: middle, notAfter: later(-1) });
  /** Each issuer answers for its own, and one certificate has another status. */
  const asked = (odd?: { readonly party: Party; readonly status: StatusAnswer['status'] }) =>
    createResponderRevocationSource({
      random: (length) => new Uint8Array(length).fill(7),
      addressOf: ({ issuer }) => `http://${issuer.text}/`,
      fetchOctets: async (address, request) => {
        const signer = address.includes('Middle') ? middle : authority;
        const parsed = parseStatusRequest(request?.body ?? new Uint8Array());
        if (parsed.status === 'failed') throw new Error(parsed.reason.detail);
        const answers = parsed.value.ids.map((id) => ({
          id,
          status:
            id.serialNumber === odd?.party.certificate.serialNumber
              ? odd.status
              : ({ kind: 'good' } as const),
          thisUpdate: soon(-1),
          nextUpdate: null,
        }));
        const { nonce } = parsed.value;
        const contents = { signer: signer.certificate, key: signer.key, producedAt: now, answers, nonce };
        return done(encodeStatusResponse({ ...contents, certificates: [] }));
      },
    });
  const judgedPath = async (odd?: Parameters<typeof asked>[0]) => {
    const outcome = await validatePath({
      certificate: leaf.certificate,
      intermediates: [middle.certificate],
      anchors: [authority.certificate],
      at: now,
      keyUsage: null,
      revocation: asked(odd),
      graceAfterExpiryMs: 90 * 24 * 60 * minute,
    });
    return [outcome.status, ...outcome.reasons.map(({ code }) => code)].join(' ');
  };

  it('asks about every certificate of it, each of its own issuer', async () => {
    expect(await judgedPath()).toBe('verified certificate-in-grace');
    const revoked = { kind: 'revoked', at: soon(-5), reason: 'superseded' } as const;
    expect(await judgedPath({ party: middle, status: revoked })).toBe('rejected issuer-revoked');
    expect(await judgedPath({ party: middle, status: { kind: 'unknown' } })).toBe(
      'undetermined revocation-unknown status-not-known-to-responder',
    );
  });

  it('gives no grace to an expired certificate that was revoked', async () => {
    const revoked = { kind: 'revoked', at: soon(-5), reason: 'superseded' } as const;
    expect(await judgedPath({ party: leaf, status: revoked })).toBe('rejected certificate-revoked');
  });
});

describe('requests', () => {
  it('are read as they were written', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 20 }),
        fc.option(fc.uint8Array({ minLength: 1, maxLength: 128 })),
        (serial, nonce) => {
          const hex = Buffer.from(serial)
            .toString('hex')
            .replace(/^(00)+(?=..)/, '');
          const id = certificateIdOf('sha256', hex, authority.certificate);
          const attempt = parseStatusRequest(encodeStatusRequest({ ids: [id], nonce }));
          expect(attempt).toEqual(done({ ids: [id], nonce }));
        },
      ),
    );
  });
});

describe('a stapled answer', () => {
  const stapled = (answering: Answering) =>
    stapledRevocationSource([responseTo(encodeStatusRequest({ ids: [], nonce: null }), answering)]);
  const ask = async (asked: ReturnType<typeof stapled>) =>
    line(await asked.statusOf(holder.certificate, authority.certificate, now));

  it('counts while its dates hold, and no longer', async () => {
    expect(await ask(stapled({}))).toBe('good');
    expect(await ask(stapled({ answer: { thisUpdate: soon(-90), nextUpdate: soon(-30) } }))).toBe(stale);
    expect(await ask(stapled({ answer: { thisUpdate: soon(-90), nextUpdate: null } }))).toBe(stale);
  });

  it('is found among several', async () => {
    const request = encodeStatusRequest({ ids: [], nonce: null });
    const other = responseTo(request, { about: makeParty({ name: 'Other', issuer: authority }) });
    expect(await ask(stapledRevocationSource([other, responseTo(request, {})]))).toBe('good');
    expect(await ask(stapledRevocationSource([other]))).toBe(mismatch);
    expect(await ask(stapledRevocationSource([]))).toBe('status-response-unavailable');
  });
});
