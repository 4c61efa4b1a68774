-- Anonymous: the key is an HMAC of person and session under a secret that is outside this file, the order
-- of the rows is the order of the keys, and the time is rounded to the hour.
CREATE TABLE feedback (
    answer_key BLOB    PRIMARY KEY,
    event_id   INTEGER NOT NULL,
    session_id TEXT    NOT NULL,
    rating     INTEGER NOT NULL CHECK (rating BETWEEN 1 AND 5),
    comment    TEXT,
    hour       INTEGER NOT NULL
) WITHOUT ROWID;
