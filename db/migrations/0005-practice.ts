/**
 * Practice beyond the first drill: cards that can be put aside, schedules by settings and trained parameters, what was known before
 * the reveal, the answers that count for levels, own questions with tags and full-text search, recordings, own wordings, reports.
 */
export const practice = {
  version: 5,
  name: 'practice',
  sql: `
-- Parameters of the scheduler, trained on a person's own reviews; kept whether they were better or not.
CREATE TABLE scheduler_parameters (
  id INTEGER PRIMARY KEY,
  profile_id INTEGER NOT NULL REFERENCES profiles (id) ON DELETE CASCADE,
  weights TEXT NOT NULL CHECK (json_valid(weights)),
  scheduler TEXT NOT NULL,
  reviews INTEGER NOT NULL CHECK (reviews >= 0),
  -- Mean log loss on the held-back reviews: of these parameters, and of those used until then.
  log_loss REAL NOT NULL,
  log_loss_before REAL NOT NULL,
  trained_at_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX scheduler_parameters_by_profile ON scheduler_parameters (profile_id, id);

-- No row: everything as shipped (core/practice/scheduling.ts).
CREATE TABLE scheduling (
  profile_id INTEGER PRIMARY KEY REFERENCES profiles (id) ON DELETE CASCADE,
  settings TEXT NOT NULL CHECK (json_valid(settings)),
  -- The trained parameters in use; none: the scheduler's own.
  parameters_id INTEGER REFERENCES scheduler_parameters (id)
) STRICT;

ALTER TABLE cards ADD COLUMN suspended_at_ms INTEGER;
-- Not asked before then, because a sibling was asked or the person put it off.
ALTER TABLE cards ADD COLUMN buried_until_ms INTEGER;
-- Forgotten again and again; cleared when the person has dealt with it.
ALTER TABLE cards ADD COLUMN leech_at_ms INTEGER;
CREATE INDEX cards_put_aside ON cards (profile_id, suspended_at_ms) WHERE suspended_at_ms IS NOT NULL;
CREATE INDEX cards_leeches ON cards (profile_id, leech_at_ms) WHERE leech_at_ms IS NOT NULL;

-- A sitting that leaves the schedule as it is.
ALTER TABLE sessions ADD COLUMN cram INTEGER NOT NULL DEFAULT 0 CHECK (cram IN (0, 1));
-- What the person asked for (role, competency, level, kind, tag, gap).
ALTER TABLE sessions ADD COLUMN wanted TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(wanted));

ALTER TABLE reviews ADD COLUMN cram INTEGER NOT NULL DEFAULT 0 CHECK (cram IN (0, 1));
-- The own estimate before the reveal: the share of the answer held to be right, 0 to 1.
ALTER TABLE reviews ADD COLUMN confidence REAL CHECK (confidence BETWEEN 0 AND 1);
-- What the app had found in the words, kept beside what the person ticked, and by which rules.
ALTER TABLE reviews ADD COLUMN found_points TEXT CHECK (json_valid(found_points));
ALTER TABLE reviews ADD COLUMN band TEXT;
ALTER TABLE reviews ADD COLUMN scoring TEXT;
-- What later schedulers need to read the log: the retention aimed at, and the parameters used (none: the scheduler's own).
ALTER TABLE reviews ADD COLUMN desired_retention REAL CHECK (desired_retention > 0 AND desired_retention < 1);
ALTER TABLE reviews ADD COLUMN parameters_id INTEGER REFERENCES scheduler_parameters (id);
CREATE INDEX reviews_of_parameters ON reviews (parameters_id) WHERE parameters_id IS NOT NULL;
CREATE INDEX reviews_by_question ON reviews (profile_id, question_id, answered_at_ms);
-- Statistics over years of answers are read from here, without the rows and their JSON.
CREATE INDEX reviews_for_statistics ON reviews (
  profile_id, answered_at_ms, duration_ms, grade, desired_retention,
  CASE WHEN cram = 0 AND before ->> '$.state' = 'review' THEN before ->> '$.scheduledDays' END
) WHERE undone_at_ms IS NULL;

-- The answers that count for the observed level, one row per competency the question is about. Follows from the reviews.
CREATE TABLE measurements (
  review_id INTEGER NOT NULL REFERENCES reviews (id) ON DELETE CASCADE,
  competency_id TEXT NOT NULL,
  profile_id INTEGER NOT NULL REFERENCES profiles (id) ON DELETE CASCADE,
  level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 5),
  share REAL NOT NULL CHECK (share BETWEEN 0 AND 1),
  points INTEGER NOT NULL CHECK (points >= 1),
  false_credit REAL NOT NULL CHECK (false_credit >= 0 AND false_credit < 1),
  answered_at_ms INTEGER NOT NULL,
  PRIMARY KEY (review_id, competency_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX measurements_by_competency ON measurements (profile_id, competency_id, answered_at_ms);

INSERT INTO measurements (review_id, competency_id, profile_id, level, share, points, false_credit, answered_at_ms)
SELECT r.id, c.competency_id, r.profile_id, q.level, r.share,
  CASE r.checked_by WHEN 'choice' THEN 1
    WHEN 'app' THEN max(1, coalesce(json_array_length(q.body, '$.parts'), 1))
    ELSE max(1, coalesce(json_array_length(q.body, '$.keyPoints'), 1)) END,
  CASE r.checked_by WHEN 'choice' THEN 1.0 / max(2, coalesce(json_array_length(q.body, '$.options'), 3))
    WHEN 'app' THEN 0.02 ELSE 0.18 END,
  r.answered_at_ms
FROM (
  SELECT *, lag(answered_at_ms) OVER (PARTITION BY profile_id, question_id ORDER BY answered_at_ms, id) AS seen_at_ms
  FROM reviews WHERE undone_at_ms IS NULL
) AS r
JOIN questions AS q ON q.id = r.question_id
JOIN question_competencies AS c ON c.question_id = q.id AND c.weight >= 0.5
WHERE r.share IS NOT NULL AND (r.seen_at_ms IS NULL OR r.answered_at_ms - r.seen_at_ms >= 2592000000);

-- The observed level as of the last counted answer, so that a start need not replay the log. Thrown away when anything it
-- rests on changes, and computed anew from measurements; a newer answer takes it one step further.
CREATE TABLE observed_levels (
  profile_id INTEGER NOT NULL REFERENCES profiles (id) ON DELETE CASCADE,
  competency_id TEXT NOT NULL,
  level TEXT NOT NULL CHECK (json_valid(level)),
  PRIMARY KEY (profile_id, competency_id)
) STRICT, WITHOUT ROWID;
-- Also when the measurement goes with its review, session or profile.
CREATE TRIGGER measurement_removed AFTER DELETE ON measurements BEGIN
  DELETE FROM observed_levels WHERE profile_id = old.profile_id AND competency_id = old.competency_id;
END;

-- With row numbers: a row as long as a question's takes a page of its own in a table without.
CREATE TABLE questions_anew (
  id TEXT PRIMARY KEY,
  version INTEGER NOT NULL,
  kind TEXT NOT NULL,
  level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 5),
  main_competency_id TEXT NOT NULL,
  prompt TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1)),
  origin TEXT NOT NULL DEFAULT 'shipped' CHECK (origin IN ('shipped', 'own', 'imported', 'generated')),
  -- Siblings share it: one of them a day is enough.
  family TEXT,
  changed_at_ms INTEGER,
  -- Made from this person's evidence, and asked of nobody else; none: for everybody.
  profile_id INTEGER REFERENCES profiles (id) ON DELETE CASCADE
) STRICT;
INSERT INTO questions_anew (id, version, kind, level, main_competency_id, prompt, body, retired)
  SELECT id, version, kind, level, main_competency_id, prompt, body, retired FROM questions;
DROP TABLE questions;
ALTER TABLE questions_anew RENAME TO questions;
-- What the queue needs to know, read without the long rows.
CREATE INDEX questions_in_short ON questions (id, retired, level, kind, main_competency_id, family, profile_id);
CREATE INDEX questions_by_competency ON questions (main_competency_id, retired, level, id, kind, family, profile_id);
CREATE INDEX questions_by_family ON questions (family) WHERE family IS NOT NULL;
CREATE INDEX questions_by_origin ON questions (origin, retired);
CREATE INDEX questions_by_profile ON questions (profile_id, retired) WHERE profile_id IS NOT NULL;

-- What a generated question was made from, and why it is asked.
CREATE TABLE generated_questions (
  question_id TEXT PRIMARY KEY REFERENCES questions (id) ON DELETE CASCADE,
  profile_id INTEGER NOT NULL REFERENCES profiles (id) ON DELETE CASCADE,
  family TEXT NOT NULL,
  atom TEXT NOT NULL,
  provenance TEXT NOT NULL CHECK (json_valid(provenance))
) STRICT;
CREATE INDEX generated_questions_by_profile ON generated_questions (profile_id, family);

CREATE TABLE question_tags (
  question_id TEXT NOT NULL REFERENCES questions (id) ON DELETE CASCADE,
  tag TEXT NOT NULL CHECK (length(trim(tag)) > 0),
  PRIMARY KEY (question_id, tag)
) STRICT, WITHOUT ROWID;
CREATE INDEX question_tags_by_tag ON question_tags (tag, question_id);

-- Full-text search. A full-text row is found by number only, so each question has one.
CREATE TABLE question_numbers (
  number INTEGER PRIMARY KEY,
  question_id TEXT NOT NULL UNIQUE REFERENCES questions (id) ON DELETE CASCADE
) STRICT;
CREATE VIRTUAL TABLE question_search USING fts5 (prompt, answer, labels, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3');

-- The shipped questions are written anew, into the search too.
DELETE FROM settings WHERE key = 'content.hash';

-- What a person did with questions (edit, removal, import), each with what takes it back.
CREATE TABLE question_changes (
  id INTEGER PRIMARY KEY,
  profile_id INTEGER NOT NULL REFERENCES profiles (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  undo TEXT NOT NULL CHECK (json_valid(undo)),
  made_at_ms INTEGER NOT NULL,
  undone_at_ms INTEGER
) STRICT;
CREATE INDEX question_changes_by_profile ON question_changes (profile_id, id);

-- Wordings the person ticked as a key point, which from then on count as it.
CREATE TABLE point_wordings (
  id INTEGER PRIMARY KEY,
  profile_id INTEGER NOT NULL REFERENCES profiles (id) ON DELETE CASCADE,
  question_id TEXT NOT NULL REFERENCES questions (id) ON DELETE CASCADE,
  point_id TEXT NOT NULL,
  text TEXT NOT NULL CHECK (length(trim(text)) > 0),
  added_at_ms INTEGER NOT NULL,
  UNIQUE (profile_id, question_id, point_id, text)
) STRICT;
CREATE INDEX point_wordings_by_question ON point_wordings (question_id);

-- Spoken answers; the sound itself is a file in the data folder's recordings/.
CREATE TABLE recordings (
  id INTEGER PRIMARY KEY,
  profile_id INTEGER NOT NULL REFERENCES profiles (id) ON DELETE CASCADE,
  question_id TEXT NOT NULL REFERENCES questions (id) ON DELETE CASCADE,
  session_id INTEGER NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
  file TEXT NOT NULL UNIQUE,
  mime_type TEXT NOT NULL,
  bytes INTEGER NOT NULL CHECK (bytes >= 0),
  duration_ms INTEGER NOT NULL CHECK (duration_ms >= 0),
  recorded_at_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX recordings_by_profile ON recordings (profile_id, recorded_at_ms);
CREATE INDEX recordings_by_question ON recordings (question_id);
CREATE INDEX recordings_by_session ON recordings (session_id);

-- Questions reported as wrong; kept here, exported when the person wants to.
CREATE TABLE question_reports (
  id INTEGER PRIMARY KEY,
  profile_id INTEGER NOT NULL REFERENCES profiles (id) ON DELETE CASCADE,
  question_id TEXT NOT NULL REFERENCES questions (id) ON DELETE CASCADE,
  question_version INTEGER NOT NULL,
  reason TEXT NOT NULL,
  text TEXT NOT NULL,
  reported_at_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX question_reports_by_question ON question_reports (question_id);
CREATE INDEX question_reports_by_profile ON question_reports (profile_id, id);
`,
} as const;
