-- What the forms of feedback ask (JSON arrays), and what was answered. Anonymous as before: the key is an HMAC of
-- person and form under a secret that is outside this file, the order of the rows is the order of the keys, and
-- the time is rounded to the hour. session_id is '_' for the survey after the event.
ALTER TABLE sessions ADD COLUMN form TEXT NOT NULL DEFAULT '[]';
ALTER TABLE events ADD COLUMN survey TEXT;

CREATE TABLE feedback_answers (
    answer_key BLOB    NOT NULL,
    question   TEXT    NOT NULL,
    event_id   INTEGER NOT NULL,
    session_id TEXT    NOT NULL,
    value      INTEGER,
    text       TEXT,
    hour       INTEGER NOT NULL,
    CHECK ((value IS NULL) <> (text IS NULL)),
    PRIMARY KEY (answer_key, question)
) WITHOUT ROWID;
CREATE INDEX feedback_answers_form ON feedback_answers (event_id, session_id, question);

-- Ratings given with one press, before there were forms: they count as an answer to "rating".
INSERT INTO feedback_answers (answer_key, question, event_id, session_id, value, text, hour)
SELECT answer_key, 'rating', event_id, session_id, rating, NULL, hour FROM feedback;
INSERT INTO feedback_answers (answer_key, question, event_id, session_id, value, text, hour)
SELECT answer_key, 'komentar', event_id, session_id, NULL, comment, hour FROM feedback WHERE comment IS NOT NULL;
DROP TABLE feedback;

-- A comment that was being written belongs to no form.
DELETE FROM dialogs WHERE kind = 'feedback_comment';
