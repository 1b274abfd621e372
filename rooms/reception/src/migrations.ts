/** The schema `reception`, one step a version; a step that was released is never changed. */
export const migrations: readonly string[] = [
  `
  create sequence reception.file_counter as bigint start 1;
  create table reception.visit (
    visit_id uuid primary key,
    terminal_id text not null,
    terminal_name text not null,
    nonce text not null unique,
    on_date text not null,
    opened_at timestamptz not null,
    updated_at timestamptz not null,
    state text not null check (state in ('identifying','help-wanted','looking-up','done','problem','left')),
    method text check (method in ('face','pin','staff')),
    help_reason jsonb,
    decision text check (decision in ('confirmed','declined')),
    decided_by text,
    decided_at timestamptz,
    end_reasons jsonb not null default '[]',
    submission_hash text,
    request_id uuid,
    prescription_issue text,
    answer jsonb,
    result jsonb,
    file_counter bigint,
    file_name text,
    file_published_at timestamptz,
    file_problem jsonb,
    substitutions jsonb not null default '[]',
    seen_at timestamptz,
    seen_by text
  );
  create index visit_opened on reception.visit (opened_at);
  create index visit_unfinished on reception.visit (state)
    where state in ('identifying','help-wanted','looking-up','problem');
  create table reception.session (
    token_hash text primary key,
    staff_id text not null,
    expires_at timestamptz not null
  );
  `,
];
