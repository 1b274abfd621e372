import type { Attempt, Reason } from '@honnin/outcome';

/** A database server that belongs to this process. Disposing it stops it and waits until it is gone. */
export interface PostgresServer extends AsyncDisposable {
  /** Of the database `honnin`; no password, over a socket that only this account may enter. */
  readonly connectionString: string;
  /** Makes another database when it is missing; its connection string. Names: a-z, digits, `_`. */
  openDatabase(name: string): Promise<Attempt<string>>;
  /** Settles when the server has ended: `null` after disposal, else why. */
  readonly ended: Promise<Reason | null>;
}
