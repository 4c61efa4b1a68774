CREATE TABLE check_in_codes (
    event_id   INTEGER NOT NULL REFERENCES events,
    session_id TEXT    NOT NULL,
    code       TEXT    NOT NULL,
    PRIMARY KEY (event_id, session_id),
    UNIQUE (event_id, code)
) WITHOUT ROWID;

CREATE TABLE attendance (
    event_id   INTEGER NOT NULL REFERENCES events,
    session_id TEXT    NOT NULL,
    chat_id    INTEGER NOT NULL,
    at         REAL    NOT NULL,
    late       INTEGER NOT NULL,
    PRIMARY KEY (event_id, session_id, chat_id)
) WITHOUT ROWID;
