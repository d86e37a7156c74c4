/** Roles are kept whole and by version, own ones beside the shipped; a gap has a state, a history and tasks. */
export const rolesAndPlans = {
  version: 4,
  name: 'roles and plans',
  sql: `
DROP TABLE competency_skills;
DROP TABLE role_competencies;
DROP TABLE role_layers;

ALTER TABLE roles ADD COLUMN origin TEXT NOT NULL DEFAULT 'shipped' CHECK (origin IN ('shipped', 'own'));
-- The job description a role was made from.
ALTER TABLE roles ADD COLUMN job_text TEXT;
-- Removed by the person, and to be had back.
ALTER TABLE roles ADD COLUMN removed_at_ms INTEGER;

CREATE TABLE role_versions (
  role_id TEXT NOT NULL REFERENCES roles (id) ON DELETE CASCADE,
  version INTEGER NOT NULL CHECK (version >= 1),
  body TEXT NOT NULL CHECK (json_valid(body)),
  saved_at_ms INTEGER NOT NULL,
  PRIMARY KEY (role_id, version)
) STRICT, WITHOUT ROWID;

-- What the newest version of a role asks for.
CREATE TABLE role_competencies (
  role_id TEXT NOT NULL REFERENCES roles (id) ON DELETE CASCADE,
  competency_id TEXT NOT NULL,
  PRIMARY KEY (role_id, competency_id)
) STRICT, WITHOUT ROWID;

-- The shipped content is written anew into these tables.
DELETE FROM settings WHERE key = 'content.hash';

CREATE TABLE profile_plans (
  profile_id INTEGER PRIMARY KEY REFERENCES profiles (id) ON DELETE CASCADE,
  -- A day, as 2027-03-01.
  interview_on TEXT CHECK (interview_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  weekly_hours REAL NOT NULL CHECK (weekly_hours > 0 AND weekly_hours <= 80)
) STRICT;

-- gap_key: a competency's id, or 'said:' and the words of a learning gap that belongs to none.
CREATE TABLE gap_states (
  profile_id INTEGER NOT NULL REFERENCES profiles (id) ON DELETE CASCADE,
  gap_key TEXT NOT NULL,
  status TEXT CHECK (status IN ('open', 'in_progress', 'closed')),
  note TEXT NOT NULL DEFAULT '',
  due_on TEXT CHECK (due_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  changed_at_ms INTEGER NOT NULL,
  PRIMARY KEY (profile_id, gap_key)
) STRICT, WITHOUT ROWID;

-- Append-only.
CREATE TABLE gap_events (
  id INTEGER PRIMARY KEY,
  profile_id INTEGER NOT NULL REFERENCES profiles (id) ON DELETE CASCADE,
  gap_key TEXT NOT NULL,
  title TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('open', 'in_progress', 'closed')),
  at_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX gap_events_by_profile ON gap_events (profile_id, id);

CREATE TABLE tasks (
  id INTEGER PRIMARY KEY,
  profile_id INTEGER NOT NULL REFERENCES profiles (id) ON DELETE CASCADE,
  gap_key TEXT,
  title TEXT NOT NULL CHECK (length(trim(title)) > 0),
  hours REAL CHECK (hours > 0 AND hours <= 1000),
  due_on TEXT CHECK (due_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  created_at_ms INTEGER NOT NULL,
  done_at_ms INTEGER
) STRICT;
CREATE INDEX tasks_by_profile ON tasks (profile_id, id);
`,
} as const;
