/** What a person changes in their inventory and in the taxonomy lies beside documents and shipped content, never in them. */
export const personTaxonomy = {
  version: 3,
  name: 'person taxonomy',
  sql: `
-- The person's own name for a skill.
CREATE TABLE skill_names (
  skill_id TEXT PRIMARY KEY REFERENCES skills (id) ON DELETE CASCADE,
  name TEXT NOT NULL CHECK (length(trim(name)) > 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE skill_aliases (
  skill_id TEXT NOT NULL REFERENCES skills (id) ON DELETE CASCADE,
  alias TEXT NOT NULL CHECK (length(trim(alias)) > 0),
  PRIMARY KEY (skill_id, alias)
) STRICT, WITHOUT ROWID;

-- Read as the other skill: evidence and ratings keep the id they came with, so that a merge can be taken back whole.
CREATE TABLE skill_merges (
  from_id TEXT PRIMARY KEY REFERENCES skills (id) ON DELETE CASCADE,
  into_id TEXT NOT NULL REFERENCES skills (id) ON DELETE CASCADE,
  CHECK (from_id <> into_id)
) STRICT, WITHOUT ROWID;

-- Taken out of the profile: what was confirmed or rated until then is not shown and does not count.
CREATE TABLE removed_skills (
  profile_id INTEGER NOT NULL REFERENCES profiles (id) ON DELETE CASCADE,
  skill_id TEXT NOT NULL REFERENCES skills (id) ON DELETE CASCADE,
  removed_at_ms INTEGER NOT NULL,
  PRIMARY KEY (profile_id, skill_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE skill_notes (
  profile_id INTEGER NOT NULL REFERENCES profiles (id) ON DELETE CASCADE,
  skill_id TEXT NOT NULL REFERENCES skills (id) ON DELETE CASCADE,
  note TEXT NOT NULL CHECK (length(trim(note)) > 0),
  PRIMARY KEY (profile_id, skill_id)
) STRICT, WITHOUT ROWID;

-- Added by the person rather than by a document: stays when documents go.
ALTER TABLE profile_skills ADD COLUMN by_hand INTEGER NOT NULL DEFAULT 0 CHECK (by_hand IN (0, 1));

-- What was done on the Skills screen, each with the steps that take it back.
CREATE TABLE skill_changes (
  id INTEGER PRIMARY KEY,
  profile_id INTEGER NOT NULL REFERENCES profiles (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  undo TEXT NOT NULL CHECK (json_valid(undo)),
  made_at_ms INTEGER NOT NULL,
  undone_at_ms INTEGER
) STRICT;
CREATE INDEX skill_changes_by_profile ON skill_changes (profile_id, id);
`,
} as const;
