-- What arrives from Telegram and what leaves for it, and small facts about this installation.

CREATE TABLE facts (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

-- Updates are committed here before they are confirmed to Telegram. Of a handled one only the id stays,
-- so that a repeated delivery is recognised and nobody can be traced by it.
CREATE TABLE inbox (
    update_id   INTEGER PRIMARY KEY,
    queue       INTEGER,
    body        TEXT,
    received_at REAL    NOT NULL,
    applied     INTEGER NOT NULL DEFAULT 0,
    handled     INTEGER NOT NULL DEFAULT 0,
    attempts    INTEGER NOT NULL DEFAULT 0,
    failure     TEXT
);
CREATE INDEX inbox_open ON inbox (update_id) WHERE handled = 0;

-- Whatever is not a direct answer. Times are UTC epoch seconds.
CREATE TABLE outbox (
    id            INTEGER PRIMARY KEY,
    key           TEXT    NOT NULL UNIQUE,
    kind          TEXT    NOT NULL,
    subject       TEXT    NOT NULL,
    chat_id       INTEGER NOT NULL,
    priority      INTEGER NOT NULL,
    not_before    REAL    NOT NULL,
    useless_after REAL,
    state         TEXT    NOT NULL DEFAULT 'waiting'
                  CHECK (state IN ('waiting', 'sending', 'sent', 'failed', 'dropped')),
    attempts      INTEGER NOT NULL DEFAULT 0,
    lease_until   REAL,
    finished_at   REAL,
    message_id    INTEGER,
    failure       TEXT
);
CREATE INDEX outbox_waiting ON outbox (priority, not_before, id) WHERE state = 'waiting';
CREATE INDEX outbox_sending ON outbox (lease_until) WHERE state = 'sending';
CREATE INDEX outbox_chat ON outbox (chat_id, message_id);
