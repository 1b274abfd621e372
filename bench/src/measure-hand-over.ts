import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  createEligibilityService,
  defaultEligibilityPolicy,
  startEmbeddedPostgres,
} from '@honnin/eligibility';
import { publishAtomically, writeFaceResult } from '@honnin/exchange';
import { eligibilityAudience, verifyStatement } from '@honnin/identification';
import { dayInJapan, type EligibilityAnswer, type VerifiedEligibility } from '@honnin/insurance';
import { createListRevocationSource, parseRevocationList, revocationListsAtHand } from '@honnin/pki';
import { pino } from 'pino';
import { type BenchWorld, pinClaims, signed, value } from './bench-world.ts';
import { measure } from './measure.ts';
import type { Line } from './report.ts';

const institution = { code: '1319999991', name: '架空総合病院', token: 'bench-token-of-thirty-two-letters' };
const checks = 40;

/** From statement to file: signed, verified, checked over HTTP against a real database, written and published. */
export async function measureHandOver(world: BenchWorld, now: Date): Promise<Line[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'honnin-bench-'));
  const log = pino({ level: 'silent' });
  const { anchors } = world.authority;
  const list = value(parseRevocationList(await world.authority.certificateRevocationList(now)));
  const revocation = createListRevocationSource({ lookup: revocationListsAtHand([list]) });
  const trust = { terminalAnchors: [anchors.terminal], authenticationAnchors: [anchors.authentication] };
  const { card, close } = await world.openCard();
  value(await card.verifyAuthenticationPin(new TextEncoder().encode('1234')));
  const claims = await pinClaims(world, card, now);
  const statement = await signed(world, claims);
  const statements: string[] = [];
  // Three more than are measured: the warming up uses them.
  for (let at = 0; at < checks + 3; at += 1)
    statements.push(await signed(world, await pinClaims(world, card, now)));
  await close();
  try {
    await using postgres = value(
      await startEmbeddedPostgres({ directory: path.join(folder, 'database'), log }),
    );
    await using service = value(
      await createEligibilityService({
        connectionString: postgres.connectionString,
        anchors: { terminal: [anchors.terminal], authentication: [anchors.authentication] },
        revocation,
        policy: defaultEligibilityPolicy,
        clock: () => now,
        random: (length) => new Uint8Array(randomBytes(length)),
        log,
      }),
    );
    value(await service.load({ institutions: [institution], people: [personOf(world)] }));
    const { url } = value(await service.listen({ host: '127.0.0.1', port: 0 }));
    let next = 0;
    let answer: VerifiedEligibility | null = null;
    const check = async () => {
      answer = await ask(url, statements[next] ?? '', now);
      next += 1;
    };
    const lines = [
      await measure('sign a statement', 60, () => signed(world, claims)),
      await measure('verify a statement (terminal, card, signature, revocation)', 60, () =>
        verifyStatement(statement, {
          ...trust,
          audience: eligibilityAudience,
          at: now,
          maxAgeMs: 600_000,
          graceAfterExpiryMs: 0,
          revocation,
          acceptedRelaxations: [],
        }),
      ),
      await measure('eligibility check over HTTP (PostgreSQL’s own time not counted)', checks, check),
    ];
    const last = answer as VerifiedEligibility | null;
    if (last === null) throw new Error('no check was answered');
    return [
      ...lines,
      await measure('write the result file and publish it', 60, (run) => publish(last, folder, run)),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function personOf(world: BenchWorld) {
  return {
    id: 'bench',
    person: { name: '見本　太郎', kana: 'ミホン　タロウ', sex: '1' as const, birthDate: '1980-01-02' },
    certificates: [{ der: Buffer.from(world.issued.authenticationCertificate).toString('base64') }],
    coverages: [
      {
        cardClassification: '01' as const,
        insurerNumber: '06999999',
        insurerName: '架空健康保険組合',
        symbol: '架空',
        number: '１２３',
        branch: '00',
        qualifiedOn: '2020-04-01',
      },
    ],
  };
}

async function ask(url: string, statement: string, now: Date): Promise<VerifiedEligibility> {
  const response = await fetch(`${url}/v1/eligibility/checks`, {
    method: 'POST',
    headers: { authorization: `Bearer ${institution.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      requestId: randomUUID(),
      statement,
      onDate: dayInJapan(now),
      institutionCode: institution.code,
      consents: [],
    }),
  });
  const answer = (await response.json()) as EligibilityAnswer;
  if (answer.status !== 'verified') throw new Error(`the check was not answered: ${JSON.stringify(answer)}`);
  return answer;
}

async function publish(answer: VerifiedEligibility, folder: string, run: number): Promise<void> {
  const file = writeFaceResult(answer, {
    institutionCode: institution.code,
    encoding: 'utf-8',
    fileIdentifier: 'bench',
    counter: BigInt(Date.now()) * 1000n + BigInt(run),
  });
  value(await publishAtomically(folder, file.fileName, file.bytes));
}
