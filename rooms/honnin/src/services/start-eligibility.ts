import { createEligibilityService } from '@honnin/eligibility';
import { type Attempt, done } from '@honnin/outcome';
import { listenOn } from './listen-on.ts';
import type { PreparedEligibility } from './prepare-eligibility.ts';
import { randomBytes } from './random-bytes.ts';
import type { RunningService, ServiceSurroundings } from './run-service.ts';
import { openServiceDatabase } from './service-database.ts';
import { serviceRevocation } from './service-revocation.ts';

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
  const checksTerminals = terminal !== null || statusResponders.terminal !== null;
  const service = await createEligibilityService({
    connectionString: database.value.connectionString,
    anchors: prepared.anchors,
    revocation: serviceRevocation(
      { files: authentication, responder: statusResponders.authentication },
      { log, clock },
    ),
    ...(checksTerminals && {
      terminalRevocation: serviceRevocation(
        { files: terminal, responder: statusResponders.terminal },
        { log, clock },
      ),
    }),
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
