import { createEligibilityService } from '@honnin/eligibility';
import { type Attempt, done } from '@honnin/outcome';
import {
  createFetchOctets,
  createListRevocationSource,
  createResponderRevocationSource,
  firstToKnow,
  type RevocationSource,
} from '@honnin/pki';
import { fileRevocationLists } from './file-revocation-lists.ts';
import { listenOn } from './listen-on.ts';
import type { PreparedEligibility } from './prepare-eligibility.ts';
import { randomBytes } from './random-bytes.ts';
import type { RunningService, ServiceSurroundings } from './run-service.ts';
import { openServiceDatabase } from './service-database.ts';

/** Starts the national service with its database. */
export async function startEligibility(
  prepared: PreparedEligibility,
  options: { readonly folder: string; readonly databaseUrl: string | undefined },
  { stack, log, clock, progress }: ServiceSurroundings,
): Promise<Attempt<RunningService>> {
  progress('starting the database');
  const database = await openServiceDatabase(options.folder, options.databaseUrl, log);
  if (database.status === 'failed') return database;
  stack.use(database.value);
  progress('starting the eligibility service');
  const { authentication, terminal } = prepared.revocationLists;
  const { statusResponders } = prepared;
  const sourceOf = (files: readonly string[] | null, responder: string | null): RevocationSource =>
    firstToKnow([
      ...(responder === null ? [] : [responderAt(responder)]),
      ...(files === null ? [] : [createListRevocationSource({ lookup: fileRevocationLists(files, log) })]),
    ]);
  const checksTerminals = terminal !== null || statusResponders.terminal !== null;
  const service = await createEligibilityService({
    connectionString: database.value.connectionString,
    anchors: prepared.anchors,
    revocation: sourceOf(authentication, statusResponders.authentication),
    ...(checksTerminals && { terminalRevocation: sourceOf(terminal, statusResponders.terminal) }),
    policy: prepared.policy,
    auditKey: prepared.auditKey,
    requestsPerMinute: prepared.requestsPerMinute,
    clock,
    random: randomBytes,
    log,
  });
  if (service.status === 'failed') return service;
  stack.use(service.value);
  const listening = await listenOn(service.value.server, prepared.listen);
  if (listening.status === 'failed') return listening;
  stack.use(listening.value);
  return done({
    lines: [
      `The eligibility service answers at ${listening.value.url}`,
      `  described at ${listening.value.url}/openapi.json`,
      ...(checksTerminals ? [] : ['  terminals’ certificates are not looked up in a revocation list']),
    ],
    lost: database.value.lost,
  });
}

/** Patients wait for it: a responder that takes longer is passed over for the lists. */
const responderTimeoutMs = 2_000;

function responderAt(address: string): RevocationSource {
  return createResponderRevocationSource({
    fetchOctets: createFetchOctets({
      fetch,
      timeoutMs: responderTimeoutMs,
      maximumBytes: 64 * 1024,
      failure: 'status-response-unavailable',
    }),
    random: randomBytes,
    addressOf: () => address,
  });
}
