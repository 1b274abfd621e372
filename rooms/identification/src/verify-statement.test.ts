import { signStatement } from '@honnin/pki';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  audience,
  claimsOf,
  type Issued,
  issueEverything,
  type MyNumberClaims,
  noise,
  now,
  policyOf,
} from '../test/identified.ts';
import { issueStatement } from './issue-statement.ts';
import type { StatementPolicy } from './open-identification.ts';
import { type FaceClaim, type StatementClaims, statementType } from './statement-claims.ts';
import { verifyStatement } from './verify-statement.ts';

const day = 24 * 60 * 60_000;
let issued: Issued;
beforeAll(async () => {
  issued = await issueEverything();
});

const faceClaim: FaceClaim = {
  model: { name: 'm', sha256: 'a'.repeat(64) },
  threshold: 0.48,
  falseMatchRate: 1e-3,
  similarity: 0.7,
  frames: 5,
  liveness: { status: 'verified', passive: 0.9, headTurn: 'met', eyes: 'blinked' },
  relaxed: [],
};

/** Signs as a terminal whose program does not check what it signs. */
const signAnything = (claims: StatementClaims, type = statementType) =>
  signStatement({
    payload: claims,
    type,
    privateKey: issued.terminal.key,
    chain: [issued.terminal.certificate],
  });

async function judge(
  options: Parameters<typeof claimsOf>[1] = {},
  policy: Partial<StatementPolicy> = {},
): Promise<string> {
  const jws = await signAnything(await claimsOf(issued, options));
  const outcome = await verifyStatement(jws, policyOf(issued, policy));
  return [outcome.status, ...outcome.reasons.map(({ code }) => code)].join(' ');
}

describe('a statement that holds', () => {
  test('by PIN: who, how, and for which request', async () => {
    const jws = await issueStatement({
      privateKey: issued.terminal.key,
      chain: [issued.terminal.certificate],
      claims: await claimsOf(issued),
    });
    const outcome = await verifyStatement(jws, policyOf(issued));
    expect(outcome).toMatchObject({
      status: 'verified',
      value: {
        terminal: { id: 'kiosk-1', organisation: 'Mihon Clinic' },
        service: audience,
        nonce: 'nonce-0123456789abcdef',
        issuedAt: now,
        method: 'pin',
        proof: 'jpki-signature',
        authorisedBy: 'pin',
        certificateStatus: 'in-force',
        relaxed: [],
      },
    });
  });

  test('by face and card session: verified, with the remark that the terminal vouches for the card', async () => {
    const change = { method: 'face', face: faceClaim } as const;
    expect(await judge({ proof: 'card-session', change })).toBe('verified card-session-by-terminal');
  });

  test('by staff: verified with their id', async () => {
    const change = { method: 'staff', staff: { id: 'mori', at: now.toISOString() } } as const;
    const jws = await signAnything(await claimsOf(issued, { proof: 'card-session', change }));
    const outcome = await verifyStatement(jws, policyOf(issued));
    expect(outcome).toMatchObject({ status: 'verified', value: { method: 'staff', staffId: 'mori' } });
  });

  test('by staff who looked at another time, as for an earlier visit, is refused', async () => {
    const lookedAt = (minutes: number) => {
      const at = new Date(now.getTime() + minutes * 60_000).toISOString();
      return judge({ proof: 'card-session', change: { method: 'staff', staff: { id: 'mori', at } } });
    };
    expect(await lookedAt(-14)).toMatch(/^verified/);
    expect(await lookedAt(1)).toMatch(/^verified/);
    expect(await lookedAt(-16)).toMatch(/^rejected statement-inconsistent/);
    expect(await lookedAt(3)).toMatch(/^rejected statement-inconsistent/);
  });

  test('of a terminal that says nothing of tries, lean-in and stream is as good as one that does', async () => {
    const more: FaceClaim = {
      ...faceClaim,
      tries: 3,
      attemptFalseMatchRate: 3e-4,
      liveness: { ...faceClaim.liveness, leanIn: 'not-asked', stream: 'live' },
    };
    for (const face of [faceClaim, more]) {
      const jws = await signAnything(
        await claimsOf(issued, { proof: 'card-session', change: { method: 'face', face } }),
      );
      expect(await verifyStatement(jws, policyOf(issued))).toMatchObject({
        status: 'verified',
        value: { face },
      });
    }
  });

  test('within the grace after expiry: verified, in grace; beyond it: refused', async () => {
    expect(await judge({ notAfter: new Date(now.getTime() - 30 * day) })).toBe(
      'verified certificate-in-grace',
    );
    expect(await judge({ notAfter: new Date(now.getTime() - 120 * day) })).toMatch(/^rejected certificate-/);
  });
});

describe('a statement that does not', () => {
  test('replay at another service is refused', async () => {
    expect(await judge({}, { audience: 'urn:honnin:service:residence' })).toBe(
      'rejected statement-wrong-audience',
    );
  });

  test('replay later is refused, and so is one from the future', async () => {
    expect(await judge({ issuedAt: new Date(now.getTime() - 11 * 60_000) })).toBe(
      'rejected statement-too-old',
    );
    expect(await judge({ issuedAt: new Date(now.getTime() + 3 * 60_000) })).toBe(
      'rejected statement-from-future',
    );
    expect(await judge({ issuedAt: new Date(now.getTime() + 60_000) })).toBe('verified');
  });

  test('a card’s answer taken from another visit: nonce, time and service are bound', async () => {
    const changes: Partial<MyNumberClaims>[] = [
      { nonce: 'another-nonce-0123' },
      { iat: now.getTime() / 1000 - 5 },
    ];
    for (const change of changes) expect(await judge({ change })).toBe('rejected card-proof-invalid');
  });

  test('a forged answer of the card is refused, of either kind', async () => {
    for (const proof of ['pin', 'card-session'] as const) {
      const claims = await claimsOf(issued, { proof });
      const change: Partial<MyNumberClaims> = {
        ...(proof === 'pin' ? {} : { method: 'face', face: faceClaim }),
        card: { ...claims.card, proof: { ...claims.card.proof, signature: noise() } },
      };
      expect(await judge({ proof, change })).toBe('rejected card-proof-invalid');
    }
  });

  test('a terminal that speaks for another one is refused', async () => {
    expect(await judge({ change: { iss: 'kiosk-2' } })).toBe('rejected statement-issuer-mismatch');
  });

  test('a terminal of an unknown authority is refused', async () => {
    const stranger = await issueEverything();
    const jws = await signStatement({
      payload: await claimsOf(issued),
      type: statementType,
      privateKey: stranger.terminal.key,
      chain: [stranger.terminal.certificate],
    });
    expect((await verifyStatement(jws, policyOf(issued))).status).toBe('rejected');
  });

  test('a card certificate of an unknown authority is refused', async () => {
    const stranger = await issueEverything();
    const outcome = await verifyStatement(await signAnything(await claimsOf(stranger)), policyOf(issued));
    expect(outcome.status).toBe('rejected');
  });

  test('type confusion: a statement of another type is refused', async () => {
    const jws = await signAnything(await claimsOf(issued), 'honnin-other+jws');
    expect((await verifyStatement(jws, policyOf(issued))).status).toBe('rejected');
  });

  test('a method upgrade: face without a face, PIN without the PIN’s signature, staff without staff', async () => {
    const inconsistent = 'rejected statement-inconsistent';
    expect(await judge({ change: { method: 'face' } })).toBe(inconsistent);
    expect(await judge({ proof: 'card-session' })).toBe(inconsistent);
    expect(await judge({ proof: 'card-session', change: { method: 'staff' } })).toBe(inconsistent);
  });

  test('a face below its threshold, not compared, or not alive is refused', async () => {
    const { similarity: _, ...notCompared } = faceClaim;
    const faces: FaceClaim[] = [
      { ...faceClaim, similarity: 0.47 },
      notCompared,
      { ...faceClaim, liveness: { ...faceClaim.liveness, status: 'undetermined' } },
    ];
    for (const face of faces) {
      expect(await judge({ proof: 'card-session', change: { method: 'face', face } })).toBe(
        'rejected statement-face-not-verified',
      );
    }
  });

  test('a demo terminal at a real service: a relaxed rule is refused unless the service lists it', async () => {
    const face = { ...faceClaim, relaxed: ['rendered-people-passive-liveness'] };
    const options = { proof: 'card-session', change: { method: 'face', face } } as const;
    expect(await judge(options)).toBe('rejected relaxation-not-accepted');
    expect(await judge(options, { acceptedRelaxations: face.relaxed })).toMatch(/^verified/);
  });

  test('claims that are not of the schema are refused, not thrown', async () => {
    expect(await judge({ change: { jti: 'not-a-uuid' } })).toBe('rejected statement-claims-malformed');
    const outcome = await verifyStatement('not.a.jws', policyOf(issued));
    expect(outcome.status).toBe('rejected');
  });

  test('a certificate whose status cannot be asked leaves it undetermined, never verified', async () => {
    const unknown = { statusOf: async () => ({ kind: 'unknown', reason: { code: 'x' } }) as const };
    expect(await judge({}, { revocation: unknown })).toMatch(/^undetermined /);
    expect(await judge({}, { revocation: unknown, whenRevocationUnknown: 'rejected' })).toMatch(
      /^rejected revocation-unknown/,
    );
    expect(await judge({}, { revocation: unknown, whenRevocationUnknown: 'remark' })).toMatch(
      /^verified revocation-unknown/,
    );
  });

  test('a revoked card is refused', async () => {
    const revoked = {
      statusOf: async () => ({ kind: 'revoked', at: now, reason: 'superseded' }) as const,
    };
    expect(await judge({}, { revocation: revoked })).toBe('rejected certificate-revoked');
  });
});

test('a terminal never signs what contradicts itself or is not bound', async () => {
  const claims = await claimsOf(issued);
  const issue = (change: Partial<MyNumberClaims>) =>
    issueStatement({
      privateKey: issued.terminal.key,
      chain: [issued.terminal.certificate],
      claims: { ...claims, ...change },
    });
  await expect(issue({ nonce: 'another-nonce-0123' })).rejects.toThrow('not bound');
  await expect(issue({ method: 'face' })).rejects.toThrow('face claim');
  await expect(issue({ jti: 'x' })).rejects.toThrow('/jti');
});
