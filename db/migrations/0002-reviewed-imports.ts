/** What an import tells beyond skills, and versions of one document. */
export const reviewedImports = {
  version: 2,
  name: 'reviewed imports',
  sql: `
-- When (a beginning without an end goes on), for whom, and whether by the person or a team, as far as the statement or the position it stands under says.
ALTER TABLE evidence ADD COLUMN period_from TEXT;
ALTER TABLE evidence ADD COLUMN period_to TEXT;
ALTER TABLE evidence ADD COLUMN organisation TEXT;
ALTER TABLE evidence ADD COLUMN work TEXT CHECK (work IN ('own', 'team'));

-- The document this one is a newer version of; while it is confirmed, what the earlier one said does not count.
ALTER TABLE documents ADD COLUMN previous_id INTEGER REFERENCES documents (id) ON DELETE SET NULL;
ALTER TABLE documents ADD COLUMN superseded_by INTEGER REFERENCES documents (id) ON DELETE SET NULL;

-- Positions, education, certificates and languages.
CREATE TABLE background (
  id INTEGER PRIMARY KEY,
  profile_id INTEGER NOT NULL REFERENCES profiles (id) ON DELETE CASCADE,
  document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('position', 'education', 'certification', 'language')),
  text TEXT NOT NULL,
  start_offset INTEGER NOT NULL CHECK (start_offset >= 0),
  end_offset INTEGER NOT NULL CHECK (end_offset >= start_offset),
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;
CREATE INDEX background_by_profile ON background (profile_id, kind);
CREATE INDEX background_by_document ON background (document_id);
`,
} as const;
