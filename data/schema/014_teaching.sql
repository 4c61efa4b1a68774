-- Texts that the engine did not know, without their authors. Those that are nearly the same share a leader.
-- A settled group is about a session or a FAQ entry (``topic``), or is to be left alone.
CREATE TABLE unknown_questions (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    event_id INTEGER NOT NULL REFERENCES events,
    key      TEXT    NOT NULL,
    text     TEXT    NOT NULL,
    leader   INTEGER,
    times    INTEGER NOT NULL,
    last_at  REAL    NOT NULL,
    settled  TEXT    CHECK (settled IN ('session', 'faq', 'dismissed')),
    topic    TEXT,
    UNIQUE (event_id, key)
);
CREATE INDEX unknown_questions_leader ON unknown_questions (leader);

-- The committee's own FAQ entries, beside those of the event file; ``source`` is the question one came from.
CREATE TABLE added_faq (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    event_id   INTEGER NOT NULL REFERENCES events,
    question   TEXT    NOT NULL,
    answer     TEXT    NOT NULL,
    source     INTEGER UNIQUE,
    created_at REAL    NOT NULL
);
CREATE INDEX added_faq_event ON added_faq (event_id);
