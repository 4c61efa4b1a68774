-- Messages of the outbox that are one work: sent in order of their ids, held and released together, counted
-- together. Open streams take turns; "turn" is what is added to a row's id to know when it is its turn.
CREATE TABLE outbox_streams (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    is_open INTEGER NOT NULL DEFAULT 0,
    turn    INTEGER NOT NULL DEFAULT 0,
    -- what became of messages of which nothing else stays
    sent    INTEGER NOT NULL DEFAULT 0,
    failed  INTEGER NOT NULL DEFAULT 0,
    dropped INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX outbox_streams_open ON outbox_streams (id) WHERE is_open = 1;

ALTER TABLE outbox ADD COLUMN stream INTEGER;
CREATE INDEX outbox_stream ON outbox (stream, state, id, not_before) WHERE stream IS NOT NULL;

-- A held stream of 100,000 costs those who look here nothing.
DROP INDEX outbox_waiting;
CREATE INDEX outbox_waiting ON outbox (priority, not_before, id) WHERE state = 'waiting' AND stream IS NULL;

CREATE TABLE broadcasts_with_control (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    event_id       INTEGER NOT NULL REFERENCES events,
    author_chat_id INTEGER NOT NULL,
    update_id      INTEGER NOT NULL,
    kind           TEXT    NOT NULL DEFAULT 'text' CHECK (kind IN ('text', 'photo', 'document', 'video')),
    file_id        TEXT    NOT NULL DEFAULT '',
    html           TEXT    NOT NULL,
    buttons        TEXT    NOT NULL DEFAULT '[]',
    segment        TEXT    NOT NULL DEFAULT 'all',
    segment_value  TEXT    NOT NULL DEFAULT '',
    state          TEXT    NOT NULL DEFAULT 'draft'
                   CHECK (state IN ('draft', 'scheduled', 'running', 'paused', 'done', 'cancelled')),
    created_at     REAL    NOT NULL,
    send_at        REAL,
    started_at     REAL,
    ended_at       REAL,
    stream         INTEGER REFERENCES outbox_streams,
    recipients     INTEGER,
    UNIQUE (author_chat_id, update_id)
);
INSERT INTO outbox_streams (id, is_open) SELECT id, 1 FROM broadcasts WHERE state = 'confirmed';
INSERT INTO broadcasts_with_control (id, event_id, author_chat_id, update_id, html, state, created_at, started_at,
    stream, recipients)
SELECT id, event_id, author_chat_id, update_id, html, CASE state WHEN 'confirmed' THEN 'running' ELSE state END,
    created_at, CASE state WHEN 'confirmed' THEN created_at END, CASE state WHEN 'confirmed' THEN id END, recipients
FROM broadcasts;
UPDATE outbox SET stream = CAST(subject AS INTEGER) WHERE kind = 'broadcast';
DROP TABLE broadcasts;
ALTER TABLE broadcasts_with_control RENAME TO broadcasts;
CREATE INDEX broadcasts_under_way ON broadcasts (state) WHERE state IN ('scheduled', 'running', 'paused');

-- What is done to messages that have been sent: deleted, or given a new text.
CREATE TABLE broadcast_changes (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    broadcast_id   INTEGER NOT NULL REFERENCES broadcasts,
    kind           TEXT    NOT NULL CHECK (kind IN ('recall', 'correction')),
    author_chat_id INTEGER NOT NULL,
    update_id      INTEGER NOT NULL,
    html           TEXT    NOT NULL DEFAULT '',
    state          TEXT    NOT NULL DEFAULT 'draft'
                   CHECK (state IN ('draft', 'confirmed', 'running', 'done', 'cancelled')),
    created_at     REAL    NOT NULL,
    stream         INTEGER REFERENCES outbox_streams,
    recipients     INTEGER,
    UNIQUE (author_chat_id, update_id)
);
CREATE INDEX broadcast_changes_of ON broadcast_changes (broadcast_id);
CREATE INDEX broadcast_changes_under_way ON broadcast_changes (state) WHERE state IN ('confirmed', 'running');

-- The messages in which organisers watch a broadcast; "shown" tells what stands there from what is.
CREATE TABLE broadcast_watches (
    chat_id      INTEGER NOT NULL,
    message_id   INTEGER NOT NULL,
    broadcast_id INTEGER NOT NULL REFERENCES broadcasts,
    shown        TEXT    NOT NULL,
    PRIMARY KEY (chat_id, message_id)
) WITHOUT ROWID;
