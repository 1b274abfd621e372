import type { Attempt, Reason } from '@honnin/outcome';
import type { Configuration } from '../configuration/configuration.ts';
import { findFailure } from '../failure-book/all-failures.ts';
import { askHealth } from '../services/ask-health.ts';
import type { ListeningPoint } from '../services/listening-point.ts';
import { prepareEligibility } from '../services/prepare-eligibility.ts';
import { prepareReception } from '../services/prepare-reception.ts';
import { prepareTerminal } from '../services/prepare-terminal.ts';
import { type ServiceName, sectionPlace } from '../services/service-section.ts';
import { type Finding, fine, lacking, poor } from './examination.ts';
import { examineRevocationLists } from './examine-revocation-lists.ts';

/** The certificate of a terminal is renewed by then. */
const renewalMs = 30 * 24 * 60 * 60 * 1000;

/**
 * The services that the configuration file has: whether everything they name can be used, whether they run here,
 * and whether the service that they ask answers. Nothing is said of services that are not configured.
 */
export async function examineServices(
  file: string,
  { services = {} }: Configuration,
  now: Date,
): Promise<Finding[]> {
  const { eligibility, reception, terminal } = services;
  return [
    ...(eligibility === undefined
      ? []
      : await examine(
          'eligibility',
          await prepareEligibility({ place: sectionPlace(file, 'eligibility'), settings: eligibility }),
          async ({ listen, anchors, revocationLists }) => [
            await runsHere('eligibility', listen),
            ...(await examineRevocationLists(anchors, revocationLists, now)),
          ],
        )),
    ...(reception === undefined
      ? []
      : await examine(
          'reception',
          await prepareReception({ place: sectionPlace(file, 'reception'), settings: reception }),
          async ({ listen, settings }) => [
            await runsHere('reception', listen),
            await answersReception(settings.eligibility.url),
          ],
        )),
    ...(terminal === undefined
      ? []
      : await examine(
          'terminal',
          await prepareTerminal({ place: sectionPlace(file, 'terminal'), settings: terminal }, now),
          async ({ port, reception: hub, identity }) => [
            await runsHere('terminal', { host: '127.0.0.1', port, tls: null }),
            await answersTerminal(hub.url),
            stillValid(identity.validUntil, now),
          ],
        )),
  ];
}

async function examine<T>(
  name: ServiceName,
  prepared: Attempt<T>,
  further: (value: T) => Promise<Finding[]>,
): Promise<Finding[]> {
  if (prepared.status === 'failed') {
    const { code, detail } = prepared.reason;
    return [lacking(`${name} settings`, detail ?? code, remedyOf(prepared.reason))];
  }
  return [fine(`${name} settings`, 'complete'), ...(await further(prepared.value))];
}

const remedyOf = ({ code }: Reason) => findFailure(code)?.remedy.en ?? 'look into its log';

async function runsHere(
  name: ServiceName,
  { host, port, tls }: Pick<ListeningPoint, 'host' | 'port' | 'tls'>,
): Promise<Finding> {
  const reachable = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  const address = reachable.includes(':') ? `[${reachable}]` : reachable;
  const url = `${tls === null ? 'http' : 'https'}://${address}:${port}`;
  return judge(
    `${name} service`,
    url,
    await askHealth(url, tls === null ? {} : { pinned: tls.cert }),
    `start it: honnin ${name} serve`,
  );
}

const answersReception = async (url: string) =>
  judge(
    'eligibility, from here',
    url,
    await askHealth(url),
    'check services.reception.eligibility.url, the line, and that the service runs there',
  );

const answersTerminal = async (url: string) =>
  judge(
    'reception, from here',
    url,
    await askHealth(url),
    'check services.terminal.reception.url, the line, and that reception runs there',
  );

function judge(name: string, url: string, health: Attempt<string>, toDo: string): Finding {
  if (health.status === 'failed') return lacking(name, health.reason.detail ?? url, toDo);
  if (health.value === 'ok') return fine(name, `answers at ${url}`);
  return lacking(name, `${url} says ${health.value}`, remedyOf({ code: health.value }));
}

function stillValid(until: Date, now: Date): Finding {
  const found = `valid until ${until.toISOString()}`;
  return until.getTime() - now.getTime() > renewalMs
    ? fine('terminal certificate', found)
    : poor('terminal certificate', found, 'have a new one issued before it runs out');
}
