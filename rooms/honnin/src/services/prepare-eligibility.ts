import {
  defaultEligibilityPolicy,
  type EligibilityAnchors,
  type EligibilityPolicy,
} from '@honnin/eligibility';
import { type Attempt, done } from '@honnin/outcome';
import { sealingKeyPattern } from '../configuration/setting-forms.ts';
import { type ListeningPoint, readListeningPoint } from './listening-point.ts';
import { readCertificates } from './read-certificates.ts';
import { readSecret } from './read-secret.ts';
import { settingFile } from './read-setting-file.ts';
import type { ServiceSection } from './service-section.ts';
import { within } from './setting-place.ts';

/** What the eligibility service is made of, read and checked; nothing runs yet. */
export interface PreparedEligibility {
  readonly listen: ListeningPoint;
  readonly anchors: EligibilityAnchors;
  /** Absolute names; they need not exist yet. `terminal` null: not checked. */
  readonly revocationLists: {
    readonly authentication: readonly string[];
    readonly terminal: readonly string[] | null;
  };
  /** Addresses of OCSP responders; null: only lists. */
  readonly statusResponders: { readonly authentication: string | null; readonly terminal: string | null };
  readonly policy: EligibilityPolicy;
  readonly auditKey: Uint8Array;
  readonly requestsPerMinute: number;
}

/** Reads what the section names; fails with the place of the first setting that cannot be used. */
export async function prepareEligibility({
  place,
  settings,
}: ServiceSection<'eligibility'>): Promise<Attempt<PreparedEligibility>> {
  const listen = await readListeningPoint(within(place, 'listen'), settings.listen);
  if (listen.status === 'failed') return listen;
  const inAnchors = within(place, 'anchors');
  const terminal = await readCertificates(within(inAnchors, 'terminal'), settings.anchors.terminal);
  if (terminal.status === 'failed') return terminal;
  const authentication = await readCertificates(
    within(inAnchors, 'authentication'),
    settings.anchors.authentication,
  );
  if (authentication.status === 'failed') return authentication;
  const auditKey = await readSecret(within(place, 'auditKey'), settings.auditKey, sealingKeyPattern);
  if (auditKey.status === 'failed') return auditKey;
  const named = (files: readonly string[]) => files.map((file) => settingFile(place, file));
  const { revocationLists } = settings;
  return done({
    listen: listen.value,
    anchors: { terminal: terminal.value, authentication: authentication.value },
    revocationLists: {
      authentication: named(revocationLists.authentication),
      terminal: revocationLists.terminal === undefined ? null : named(revocationLists.terminal),
    },
    statusResponders: {
      authentication: settings.statusResponders?.authentication ?? null,
      terminal: settings.statusResponders?.terminal ?? null,
    },
    // Last, so that nothing in the file can bring a relaxation in.
    policy: { ...defaultEligibilityPolicy, ...settings.policy, acceptedRelaxations: [] },
    auditKey: new Uint8Array(Buffer.from(auditKey.value, 'hex')),
    requestsPerMinute: settings.requestsPerMinute,
  });
}
