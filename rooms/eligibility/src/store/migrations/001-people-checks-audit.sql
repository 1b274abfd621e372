-- Who may ask. A token is kept only as its SHA-256 hash; it is 128 random bits or more, so no salt is needed.
CREATE TABLE eligibility.institution (
  code text PRIMARY KEY CHECK (code ~ '^[0-9]{10}$'),
  name text NOT NULL,
  token_sha256 bytea NOT NULL UNIQUE
);

CREATE TABLE eligibility.person (
  id text PRIMARY KEY,
  details jsonb NOT NULL
);

-- Identified by SHA-256 of the issuer's encoded name and the serial number (RFC 5280, 4.1.2.2).
CREATE TABLE eligibility.certificate (
  key bytea PRIMARY KEY CHECK (octet_length(key) = 32),
  person_id text NOT NULL REFERENCES eligibility.person (id) ON DELETE CASCADE
);
CREATE INDEX certificate_person ON eligibility.certificate (person_id);

CREATE TABLE eligibility.coverage (
  person_id text NOT NULL REFERENCES eligibility.person (id) ON DELETE CASCADE,
  position integer NOT NULL,
  insurer_number text NOT NULL,
  number text NOT NULL,
  qualified_on date,
  lost_on date,
  valid_from date,
  valid_to date,
  details jsonb NOT NULL,
  PRIMARY KEY (person_id, position)
);
CREATE INDEX coverage_identifier ON eligibility.coverage (insurer_number, number);

-- An institution's own number for a person.
CREATE TABLE eligibility.reference_number (
  person_id text NOT NULL REFERENCES eligibility.person (id) ON DELETE CASCADE,
  institution_code text NOT NULL REFERENCES eligibility.institution (code) ON DELETE CASCADE,
  number text NOT NULL CHECK (length(number) BETWEEN 1 AND 50),
  PRIMARY KEY (person_id, institution_code)
);

-- Every answer that was given. The nonce stands only on answers that used one up.
CREATE TABLE eligibility.check_record (
  id uuid PRIMARY KEY,
  institution_code text NOT NULL,
  request_id uuid NOT NULL,
  request_sha256 bytea NOT NULL,
  nonce text,
  processed_at timestamptz NOT NULL,
  status text NOT NULL CHECK (status IN ('verified', 'rejected', 'undetermined')),
  -- The exact text that was sent: its hash stands in the audit row.
  answer text NOT NULL
);
-- What could not be decided may be asked again under the same number.
CREATE UNIQUE INDEX check_request ON eligibility.check_record (institution_code, request_id)
  WHERE status <> 'undetermined';
CREATE UNIQUE INDEX check_nonce ON eligibility.check_record (nonce) WHERE nonce IS NOT NULL;

-- One row for each process that wrote, with the end of its chain.
CREATE TABLE eligibility.audit_writer (
  id uuid PRIMARY KEY,
  number integer NOT NULL UNIQUE,
  started_at timestamptz NOT NULL,
  algorithm text NOT NULL CHECK (algorithm IN ('sha256', 'hmac-sha256')),
  last_sequence bigint NOT NULL,
  last_hash bytea NOT NULL
);

CREATE TABLE eligibility.audit_row (
  writer_id uuid NOT NULL,
  sequence bigint NOT NULL,
  check_id uuid NOT NULL,
  -- The exact text that was hashed.
  content text NOT NULL,
  hash bytea NOT NULL,
  PRIMARY KEY (writer_id, sequence)
);
CREATE UNIQUE INDEX audit_check ON eligibility.audit_row (check_id);
