import type { OqsEncoding } from '@honnin/exchange';
import type { ConsentGroup } from '@honnin/insurance';
import type { FailureTable } from '@honnin/outcome';
import type { Pool } from 'pg';
import type { Log } from './log.ts';
import type { StaffPerson } from './staff-api.ts';

/** A terminal that may open visits. */
export interface KnownTerminal {
  readonly id: string;
  /** Shown to staff: where the terminal stands. */
  readonly name: string;
  /** Bearer token; 32 characters or more, from a random source. */
  readonly token: string;
}

/** Times, all in milliseconds, written once. */
export interface ReceptionTimes {
  /** The eligibility service must have answered by then. */
  readonly lookUpMs: number;
  /** A visit in which nothing happens is closed after this. */
  readonly visitMs: number;
  /** The same while the patient waits for staff. */
  readonly helpMs: number;
  /** How often hanging visits are closed and files that could not be written are tried again. */
  readonly sweepMs: number;
  readonly sessionMs: number;
  readonly pingMs: number;
  /** Visits are deleted after this, with everything that was answered about the person. */
  readonly keepMs: number;
}

export const defaultTimes: ReceptionTimes = {
  lookUpMs: 8_000,
  visitMs: 15 * 60_000,
  helpMs: 30 * 60_000,
  sweepMs: 15_000,
  sessionMs: 12 * 3_600_000,
  pingMs: 15_000,
  keepMs: 7 * 24 * 3_600_000,
};

/** PostgreSQL: an address, or a pool that the caller owns and ends. */
export type ReceptionDatabase = { readonly connectionString: string } | { readonly pool: Pool };

export type ReceptionOptions = ReceptionDatabase & ReceptionSettings;

export interface ReceptionSettings {
  readonly eligibility: { readonly url: string; readonly token: string };
  readonly institution: { readonly code: string; readonly name: string };
  readonly terminals: readonly KnownTerminal[];
  readonly staff: readonly StaffPerson[];
  /** The folder that the hospital's system watches (`face`). It must exist: an absent one may be a lost share. */
  readonly hospitalFolder: string;
  readonly encoding: OqsEncoding;
  readonly clock: () => Date;
  readonly random: (length: number) => Uint8Array;
  readonly log: Log;
  readonly fetch?: typeof globalThis.fetch;
  readonly times?: Partial<ReceptionTimes>;
  /** What patients are asked; all groups by default. */
  readonly consentGroups?: readonly ConsentGroup[];
  /** Whether the institution issues prescriptions both ways; off by default. */
  readonly offersPrescriptionChoice?: boolean;
  /** See `FaceResultOptions.consentTagsOf2025`; `omit` by default. */
  readonly consentTagsOf2025?: 'omit' | 'write';
  /** Origins of the console; without it, only the origin that the request itself was sent to. */
  readonly allowedOrigins?: readonly string[];
  /** Failure tables of further rooms, for the texts of reasons that terminals and the service send. */
  readonly failureTables?: readonly FailureTable[];
}
