-- Polls, prepared in the event file or made in the chat. A vote's owner is an HMAC under a secret outside this file;
-- poll_messages says which of Telegram's polls stands in which chat, to close it and to know whose votes these are.
ALTER TABLE events ADD COLUMN polls TEXT NOT NULL DEFAULT '[]';

CREATE TABLE polls (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    event_id   INTEGER NOT NULL,
    key        TEXT    NOT NULL,
    session_id TEXT,
    question   TEXT    NOT NULL,
    kind       TEXT    NOT NULL CHECK (kind IN ('single', 'multiple', 'quiz', 'scale', 'cloud')),
    options    TEXT    NOT NULL,
    correct    INTEGER,
    shows      TEXT    NOT NULL DEFAULT 'live' CHECK (shows IN ('live', 'closed')),
    state      TEXT    NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'open', 'closed')),
    UNIQUE (event_id, key)
);

CREATE TABLE poll_messages (
    telegram_id TEXT    PRIMARY KEY,
    poll_id     INTEGER NOT NULL,
    chat_id     INTEGER NOT NULL,
    message_id  INTEGER
) WITHOUT ROWID;
CREATE INDEX poll_messages_poll ON poll_messages (poll_id);

CREATE TABLE poll_votes (
    poll_id   INTEGER NOT NULL,
    voter_key BLOB    NOT NULL,
    choices   TEXT    NOT NULL,
    PRIMARY KEY (poll_id, voter_key)
) WITHOUT ROWID;
