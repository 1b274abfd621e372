import { StaffPerson, StaffProblem, StaffSession } from '@honnin/reception/staff-api';
import { type Static, type TSchema, Type } from 'typebox';
import { Check } from 'typebox/value';

/** What became of a request. `problem` is null when reception could not be reached or understood. */
export type Answer<T> =
  | { readonly status: 'done'; readonly value: T }
  | { readonly status: 'failed'; readonly problem: StaffProblem | null };

/** The staff API of reception. */
export interface StaffClient {
  people(): Promise<Answer<StaffPerson[]>>;
  session(): Promise<Answer<StaffSession>>;
  signIn(staffId: string): Promise<Answer<null>>;
  signOut(): Promise<Answer<null>>;
  decide(visitId: string, decision: 'confirmed' | 'declined'): Promise<Answer<null>>;
  markSeen(visitId: string): Promise<Answer<null>>;
}

/** Talks to reception on the page's own origin; the session is a cookie. */
export function createStaffClient(request: typeof fetch): StaffClient {
  const send = (method: string, address: string, body?: unknown): Promise<Answer<null>> =>
    ask(request, address, Type.Null(), {
      method,
      ...(body === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
  const visit = (visitId: string) => `/staff/visits/${encodeURIComponent(visitId)}`;
  return {
    people: () => ask(request, '/staff/people', Type.Array(StaffPerson)),
    session: () => ask(request, '/staff/session', StaffSession),
    signIn: (staffId) => send('POST', '/staff/session', { staffId }),
    signOut: () => send('DELETE', '/staff/session'),
    decide: (visitId, decision) => send('POST', `${visit(visitId)}/decision`, { decision }),
    markSeen: (visitId) => send('POST', `${visit(visitId)}/seen`),
  };
}

async function ask<Schema extends TSchema>(
  request: typeof fetch,
  address: string,
  schema: Schema,
  init?: RequestInit,
): Promise<Answer<Static<Schema>>> {
  try {
    const answer = await request(address, { cache: 'no-store', ...init });
    const body: unknown = answer.status === 204 ? null : await answer.json();
    if (answer.ok && Check(schema, body)) return { status: 'done', value: body };
    return { status: 'failed', problem: !answer.ok && Check(StaffProblem, body) ? body : null };
  } catch {
    // No line, or something in between answered that is not reception: the caller says "could not reach".
    return { status: 'failed', problem: null };
  }
}
