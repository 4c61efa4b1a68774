-- The event file, row by row. Instants are UTC epoch seconds; lists are JSON arrays.

CREATE TABLE events (
    id         INTEGER PRIMARY KEY,
    code       TEXT    NOT NULL UNIQUE,
    revision   INTEGER NOT NULL DEFAULT 1,
    folder     TEXT    NOT NULL,
    title      TEXT    NOT NULL,
    short_title TEXT   NOT NULL,
    host       TEXT    NOT NULL,
    timezone   TEXT    NOT NULL,
    first_day  TEXT    NOT NULL,
    last_day   TEXT    NOT NULL,
    theme      TEXT,
    venue      TEXT    NOT NULL
);

CREATE TABLE rooms (
    event_id INTEGER NOT NULL REFERENCES events,
    id       TEXT    NOT NULL,
    position INTEGER NOT NULL,
    name     TEXT    NOT NULL,
    floor    TEXT,
    PRIMARY KEY (event_id, id)
) WITHOUT ROWID;

CREATE TABLE sessions (
    event_id    INTEGER NOT NULL REFERENCES events,
    id          TEXT    NOT NULL,
    position    INTEGER NOT NULL,
    kind        TEXT    NOT NULL,
    title       TEXT    NOT NULL,
    starts_at   INTEGER NOT NULL,
    ends_at     INTEGER NOT NULL,
    room        TEXT    NOT NULL,
    panel       INTEGER,
    attendance  INTEGER NOT NULL,
    mandatory   INTEGER NOT NULL,
    feedback    INTEGER NOT NULL,
    questions   INTEGER NOT NULL,
    topics      TEXT    NOT NULL,
    audience    TEXT,
    description TEXT,
    PRIMARY KEY (event_id, id)
) WITHOUT ROWID;

CREATE TABLE speakers (
    event_id     INTEGER NOT NULL,
    session_id   TEXT    NOT NULL,
    position     INTEGER NOT NULL,
    name         TEXT    NOT NULL,
    role         TEXT    NOT NULL,
    title        TEXT,
    organization TEXT,
    PRIMARY KEY (event_id, session_id, position)
) WITHOUT ROWID;

CREATE TABLE materials (
    event_id   INTEGER NOT NULL,
    session_id TEXT    NOT NULL,
    position   INTEGER NOT NULL,
    title      TEXT    NOT NULL,
    file       TEXT    NOT NULL,
    PRIMARY KEY (event_id, session_id, position)
) WITHOUT ROWID;

CREATE TABLE faq (
    event_id INTEGER NOT NULL REFERENCES events,
    id       TEXT    NOT NULL,
    position INTEGER NOT NULL,
    question TEXT    NOT NULL,
    answer   TEXT    NOT NULL,
    keywords TEXT    NOT NULL,
    PRIMARY KEY (event_id, id)
) WITHOUT ROWID;

-- A file is uploaded to Telegram once a bot; later sends name its file_id.
CREATE TABLE uploads (
    bot_id  INTEGER NOT NULL,
    digest  TEXT    NOT NULL,
    file_id TEXT    NOT NULL,
    PRIMARY KEY (bot_id, digest)
) WITHOUT ROWID;

-- Who wants to be told when a missing material is there.
CREATE TABLE material_waits (
    event_id   INTEGER NOT NULL,
    session_id TEXT    NOT NULL,
    file       TEXT    NOT NULL,
    chat_id    INTEGER NOT NULL,
    PRIMARY KEY (event_id, session_id, file, chat_id)
) WITHOUT ROWID;
