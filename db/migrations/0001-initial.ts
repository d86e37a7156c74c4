/** The first schema. Frozen once released: changes come as further migrations. Times are milliseconds since 1970, UTC. */
export const initial = {
  version: 1,
  name: 'initial',
  sql: `
CREATE TABLE profiles (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (length(trim(name)) > 0),
  role_id TEXT,
  created_at_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE settings (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT, WITHOUT ROWID;

CREATE TABLE documents (
  id INTEGER PRIMARY KEY,
  profile_id INTEGER NOT NULL REFERENCES profiles (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  format TEXT NOT NULL,
  language TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  bytes BLOB NOT NULL,
  text TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('proposed', 'confirmed')),
  proposal TEXT NOT NULL CHECK (json_valid(proposal)),
  decisions TEXT NOT NULL CHECK (json_valid(decisions)),
  imported_at_ms INTEGER NOT NULL,
  confirmed_at_ms INTEGER,
  UNIQUE (profile_id, sha256)
) STRICT;

CREATE TABLE skills (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  category TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('technology', 'practice', 'own')),
  parent_id TEXT,
  definition TEXT NOT NULL CHECK (json_valid(definition)),
  retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE skill_transfers (
  from_id TEXT NOT NULL REFERENCES skills (id) ON DELETE CASCADE,
  to_id TEXT NOT NULL REFERENCES skills (id) ON DELETE CASCADE,
  share REAL NOT NULL CHECK (share > 0 AND share < 1),
  PRIMARY KEY (from_id, to_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE profile_skills (
  profile_id INTEGER NOT NULL REFERENCES profiles (id) ON DELETE CASCADE,
  skill_id TEXT NOT NULL REFERENCES skills (id),
  years REAL,
  added_at_ms INTEGER NOT NULL,
  PRIMARY KEY (profile_id, skill_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE evidence (
  id INTEGER PRIMARY KEY,
  profile_id INTEGER NOT NULL REFERENCES profiles (id) ON DELETE CASCADE,
  document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  skill_id TEXT NOT NULL REFERENCES skills (id),
  stance TEXT NOT NULL,
  text TEXT NOT NULL,
  start_offset INTEGER NOT NULL CHECK (start_offset >= 0),
  end_offset INTEGER NOT NULL CHECK (end_offset >= start_offset),
  mention_start INTEGER NOT NULL,
  mention_end INTEGER NOT NULL,
  section TEXT,
  has_scale INTEGER NOT NULL CHECK (has_scale IN (0, 1))
) STRICT;
CREATE INDEX evidence_by_skill ON evidence (profile_id, skill_id);
CREATE INDEX evidence_by_document ON evidence (document_id);

CREATE TABLE scales (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  text TEXT NOT NULL,
  start_offset INTEGER NOT NULL,
  end_offset INTEGER NOT NULL,
  value REAL NOT NULL,
  unit TEXT NOT NULL,
  skill_ids TEXT NOT NULL CHECK (json_valid(skill_ids))
) STRICT;
CREATE INDEX scales_by_document ON scales (document_id);

CREATE TABLE caveats (
  id INTEGER PRIMARY KEY,
  profile_id INTEGER NOT NULL REFERENCES profiles (id) ON DELETE CASCADE,
  document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  text TEXT NOT NULL,
  start_offset INTEGER NOT NULL,
  end_offset INTEGER NOT NULL,
  skill_ids TEXT NOT NULL CHECK (json_valid(skill_ids))
) STRICT;
CREATE INDEX caveats_by_profile ON caveats (profile_id);
CREATE INDEX caveats_by_document ON caveats (document_id);

CREATE TABLE stories (
  id INTEGER PRIMARY KEY,
  profile_id INTEGER NOT NULL REFERENCES profiles (id) ON DELETE CASCADE,
  document_id INTEGER REFERENCES documents (id) ON DELETE CASCADE,
  title TEXT NOT NULL,
  kind TEXT NOT NULL,
  start_offset INTEGER NOT NULL,
  end_offset INTEGER NOT NULL,
  parts TEXT NOT NULL CHECK (json_valid(parts)),
  skill_ids TEXT NOT NULL CHECK (json_valid(skill_ids))
) STRICT;
CREATE INDEX stories_by_profile ON stories (profile_id);
CREATE INDEX stories_by_document ON stories (document_id);

-- History: a rating is never changed, a newer one follows it. Those of a document go with it when its import is undone.
CREATE TABLE ratings (
  id INTEGER PRIMARY KEY,
  profile_id INTEGER NOT NULL REFERENCES profiles (id) ON DELETE CASCADE,
  subject TEXT NOT NULL CHECK (subject IN ('skill', 'competency')),
  subject_id TEXT NOT NULL,
  level REAL NOT NULL CHECK (level >= 0 AND level <= 5),
  source TEXT NOT NULL CHECK (source IN ('self', 'imported')),
  with_words INTEGER NOT NULL DEFAULT 0 CHECK (with_words IN (0, 1)),
  raw TEXT,
  reasons TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(reasons)),
  document_id INTEGER REFERENCES documents (id) ON DELETE CASCADE,
  rated_at_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX ratings_by_subject ON ratings (profile_id, subject, subject_id, id);
CREATE INDEX ratings_by_document ON ratings (document_id);

CREATE TABLE learning_gaps (
  id INTEGER PRIMARY KEY,
  profile_id INTEGER NOT NULL REFERENCES profiles (id) ON DELETE CASCADE,
  document_id INTEGER REFERENCES documents (id) ON DELETE CASCADE,
  text TEXT NOT NULL,
  start_offset INTEGER,
  end_offset INTEGER,
  status TEXT NOT NULL CHECK (status IN ('open', 'in_progress', 'closed')),
  created_at_ms INTEGER NOT NULL,
  changed_at_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX learning_gaps_by_profile ON learning_gaps (profile_id);
CREATE INDEX learning_gaps_by_document ON learning_gaps (document_id);

CREATE TABLE learning_gap_skills (
  gap_id INTEGER NOT NULL REFERENCES learning_gaps (id) ON DELETE CASCADE,
  skill_id TEXT NOT NULL REFERENCES skills (id),
  PRIMARY KEY (gap_id, skill_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE roles (
  id TEXT PRIMARY KEY,
  version INTEGER NOT NULL,
  name TEXT NOT NULL,
  summary TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE role_layers (
  role_id TEXT NOT NULL REFERENCES roles (id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  part TEXT NOT NULL CHECK (part IN ('layer', 'cross')),
  summary TEXT NOT NULL,
  PRIMARY KEY (role_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE role_competencies (
  role_id TEXT NOT NULL,
  id TEXT NOT NULL,
  layer_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  required INTEGER NOT NULL CHECK (required BETWEEN 0 AND 5),
  importance TEXT NOT NULL CHECK (importance IN ('must', 'should', 'nice')),
  weight INTEGER NOT NULL CHECK (weight BETWEEN 1 AND 5),
  why TEXT NOT NULL,
  at_required TEXT NOT NULL,
  proof TEXT NOT NULL,
  prerequisites TEXT NOT NULL CHECK (json_valid(prerequisites)),
  PRIMARY KEY (role_id, id),
  FOREIGN KEY (role_id, layer_id) REFERENCES role_layers (role_id, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- group_no 0: all of these count; 1 and up: the best of each group counts.
CREATE TABLE competency_skills (
  role_id TEXT NOT NULL,
  competency_id TEXT NOT NULL,
  group_no INTEGER NOT NULL CHECK (group_no >= 0),
  skill_id TEXT NOT NULL REFERENCES skills (id),
  PRIMARY KEY (role_id, competency_id, group_no, skill_id),
  FOREIGN KEY (role_id, competency_id) REFERENCES role_competencies (role_id, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE questions (
  id TEXT PRIMARY KEY,
  version INTEGER NOT NULL,
  kind TEXT NOT NULL,
  level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 5),
  main_competency_id TEXT NOT NULL,
  prompt TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE question_competencies (
  question_id TEXT NOT NULL REFERENCES questions (id) ON DELETE CASCADE,
  competency_id TEXT NOT NULL,
  weight REAL NOT NULL CHECK (weight > 0 AND weight <= 1),
  PRIMARY KEY (question_id, competency_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX question_competencies_by_competency ON question_competencies (competency_id);

CREATE TABLE cards (
  id INTEGER PRIMARY KEY,
  profile_id INTEGER NOT NULL REFERENCES profiles (id) ON DELETE CASCADE,
  question_id TEXT NOT NULL REFERENCES questions (id),
  state TEXT NOT NULL CHECK (state IN ('new', 'learning', 'review', 'relearning')),
  due_at_ms INTEGER NOT NULL,
  stability REAL NOT NULL,
  difficulty REAL NOT NULL,
  elapsed_days REAL NOT NULL,
  scheduled_days REAL NOT NULL,
  learning_steps INTEGER NOT NULL,
  reps INTEGER NOT NULL,
  lapses INTEGER NOT NULL,
  last_review_at_ms INTEGER,
  UNIQUE (profile_id, question_id)
) STRICT;
CREATE INDEX cards_by_due ON cards (profile_id, due_at_ms);

CREATE TABLE sessions (
  id INTEGER PRIMARY KEY,
  profile_id INTEGER NOT NULL REFERENCES profiles (id) ON DELETE CASCADE,
  role_id TEXT NOT NULL,
  competency_id TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('drill')),
  queue TEXT NOT NULL CHECK (json_valid(queue)),
  started_at_ms INTEGER NOT NULL,
  ended_at_ms INTEGER
) STRICT;
CREATE INDEX sessions_by_profile ON sessions (profile_id, started_at_ms);

-- Append-only: an undone review stays and says when it was undone.
CREATE TABLE reviews (
  id INTEGER PRIMARY KEY,
  profile_id INTEGER NOT NULL REFERENCES profiles (id) ON DELETE CASCADE,
  card_id INTEGER NOT NULL REFERENCES cards (id) ON DELETE CASCADE,
  question_id TEXT NOT NULL,
  question_version INTEGER NOT NULL,
  session_id INTEGER NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
  grade TEXT NOT NULL CHECK (grade IN ('again', 'hard', 'good', 'easy')),
  answer TEXT NOT NULL CHECK (json_valid(answer)),
  spoken INTEGER NOT NULL CHECK (spoken IN (0, 1)),
  points TEXT NOT NULL CHECK (json_valid(points)),
  share REAL CHECK (share BETWEEN 0 AND 1),
  checked_by TEXT NOT NULL CHECK (checked_by IN ('app', 'person', 'choice')),
  duration_ms INTEGER NOT NULL CHECK (duration_ms >= 0),
  answered_at_ms INTEGER NOT NULL,
  before TEXT NOT NULL CHECK (json_valid(before)),
  after TEXT NOT NULL CHECK (json_valid(after)),
  scheduler TEXT NOT NULL,
  undone_at_ms INTEGER
) STRICT;
CREATE INDEX reviews_by_profile ON reviews (profile_id, answered_at_ms);
CREATE INDEX reviews_by_session ON reviews (session_id, id);
CREATE INDEX reviews_by_card ON reviews (card_id, answered_at_ms);

-- What is being typed, so that a crash in mid-answer loses nothing.
CREATE TABLE drafts (
  profile_id INTEGER NOT NULL REFERENCES profiles (id) ON DELETE CASCADE,
  question_id TEXT NOT NULL REFERENCES questions (id) ON DELETE CASCADE,
  answer TEXT NOT NULL CHECK (json_valid(answer)),
  changed_at_ms INTEGER NOT NULL,
  PRIMARY KEY (profile_id, question_id)
) STRICT, WITHOUT ROWID;
`,
} as const;
