import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { EligibilityAnswer, EligibilityRequest, VerifiedEligibility } from '@honnin/insurance';

export type Behaviour = (
  request: EligibilityRequest,
  response: ServerResponse,
) => EligibilityAnswer | 'handled' | Promise<EligibilityAnswer | 'handled'>;

/** An HTTP server that speaks the eligibility service's contract and answers as a test tells it to. */
export interface PlayedService extends AsyncDisposable {
  readonly url: string;
  readonly requests: EligibilityRequest[];
  behave(behaviour: Behaviour): void;
}

export async function playEligibilityService(token: string): Promise<PlayedService> {
  const requests: EligibilityRequest[] = [];
  let behaviour: Behaviour = (request) => verifiedAnswer(request);
  const server = createServer(async (request, response) => {
    if (request.headers.authorization !== `Bearer ${token}`) return response.writeHead(401).end();
    const body = JSON.parse(await textOf(request)) as EligibilityRequest;
    requests.push(body);
    const answer = await behaviour(body, response);
    if (answer === 'handled') return;
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    behave: (next) => {
      behaviour = next;
    },
    [Symbol.asyncDispose]: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks).toString('utf8');
}

export function verifiedAnswer(
  request: EligibilityRequest,
  change: Partial<VerifiedEligibility> = {},
): VerifiedEligibility {
  return {
    status: 'verified',
    checkId: 'check-1',
    requestId: request.requestId,
    processedAt: '2026-11-24T00:15:30.000Z',
    onDate: request.onDate,
    validity: '1',
    person: { name: '例示　花', kana: 'レイジ　ハナ', sex: '2', birthDate: '1985-04-07' },
    coverages: [
      {
        cardClassification: '01',
        insurerNumber: '06880018',
        insurerName: '例示健保',
        number: '551',
        branch: '01',
      },
    ],
    consents: request.consents.map((consent) => ({
      ...consent,
      ...(consent.given && consent.group !== 'TSR'
        ? { availableUntil: new Date(Date.parse(consent.at) + 86_400_000).toISOString() }
        : {}),
    })),
    certificate: { status: 'in-force', expiresOn: '2029-04-07' },
    notes: [],
    ...change,
  };
}
