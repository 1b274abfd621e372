import type { AddressInfo } from 'node:net';
import type { VerifiedIdentification } from '@honnin/identification';
import { verifyStatement } from '@honnin/identification';
import type {
  EndVisitRequest,
  HelpRequest,
  IdentificationSubmission,
  StaffDecision,
  VisitResult,
} from '@honnin/identification/visit-api';
import type { Outcome } from '@honnin/outcome';
import type { RevocationSource, TestAuthority } from '@honnin/pki';
import Fastify from 'fastify';

/** Reception as the terminal sees it: the visit API, statements really verified, everything noted. */
export interface PlayedReception extends AsyncDisposable {
  readonly url: string;
  readonly token: string;
  readonly opened: string[];
  readonly submissions: IdentificationSubmission[];
  readonly identifications: Outcome<VerifiedIdentification>[];
  readonly helps: HelpRequest[];
  readonly ends: EndVisitRequest[];
  /** What the next visits get; `as-verified`: accepted when the statement is, refused with its reasons else. */
  result: VisitResult | 'hang' | 'fail' | 'as-verified';
  /** Status of the cards' certificates; not asked while it is null. */
  revocation: RevocationSource | null;
  offersPrescriptionChoice: boolean;
  decide(decision: StaffDecision): void;
}

const accepted: VisitResult = {
  status: 'accepted',
  validity: '1',
  personName: '見本　花子',
  notes: [],
  staffNeeded: false,
};

function resultOf(identification: Outcome<VerifiedIdentification>): VisitResult {
  if (identification.status === 'verified') return accepted;
  const status = identification.status === 'rejected' ? 'refused' : 'undetermined';
  return { status, reasons: [...identification.reasons] };
}

const audience = 'urn:honnin:service:eligibility';

export async function playReception(authority: TestAuthority): Promise<PlayedReception> {
  const app = Fastify();
  const token = 'terminal-token';
  const waiting: ((decision: StaffDecision) => void)[] = [];
  let decision: StaffDecision = { decision: 'pending' };
  app.addHook('onRequest', async (request, reply) => {
    if (request.headers.authorization !== `Bearer ${token}`) await reply.code(401).send();
  });
  app.post('/v1/visits', async (_request, reply) => {
    const visitId = `visit-${played.opened.length + 1}`;
    played.opened.push(visitId);
    reply.code(201);
    return {
      visitId,
      nonce: `nonce-${visitId}-0123456789`,
      audience,
      onDate: '2026-11-24',
      consentGroups: ['YZK', 'SRJ', 'TKK'],
      offersPrescriptionChoice: played.offersPrescriptionChoice,
    };
  });
  app.post<{ Body: IdentificationSubmission }>(
    '/v1/visits/:visitId/identification',
    async (request, reply) => {
      played.submissions.push(request.body);
      const { revocation } = played;
      const identification = await verifyStatement(request.body.statement, {
        terminalAnchors: [authority.anchors.terminal],
        authenticationAnchors: [authority.anchors.authentication],
        audience,
        at: new Date(),
        maxAgeMs: 60_000,
        graceAfterExpiryMs: 92 * 24 * 60 * 60_000,
        acceptedRelaxations: ['rendered-people-passive-liveness', 'stand-in-camera'],
        ...(revocation === null ? {} : { revocation }),
      });
      played.identifications.push(identification);
      if (played.result === 'as-verified') return resultOf(identification);
      if (played.result === 'fail') return reply.code(503).send();
      if (played.result === 'hang') return new Promise(() => {});
      return played.result;
    },
  );
  app.post<{ Body: HelpRequest }>('/v1/visits/:visitId/help', async (request, reply) => {
    played.helps.push(request.body);
    return reply.code(204).send();
  });
  app.get('/v1/visits/:visitId/staff-decision', async () => {
    if (decision.decision !== 'pending') return decision;
    return new Promise<StaffDecision>((resolve) => {
      waiting.push(resolve);
      setTimeout(() => resolve({ decision: 'pending' }), 300);
    });
  });
  app.post<{ Body: EndVisitRequest }>('/v1/visits/:visitId/end', async (request, reply) => {
    played.ends.push(request.body);
    return reply.code(204).send();
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;

  const played: PlayedReception = {
    url: `http://127.0.0.1:${port}`,
    token,
    opened: [],
    submissions: [],
    identifications: [],
    helps: [],
    ends: [],
    result: accepted,
    revocation: null,
    offersPrescriptionChoice: false,
    decide(made) {
      decision = made;
      for (const resolve of waiting.splice(0)) resolve(made);
    },
    async [Symbol.asyncDispose]() {
      app.server.closeAllConnections();
      await app.close();
    },
  };
  return played;
}
