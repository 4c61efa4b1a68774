-- Everybody who has written to the bot: the language, and whether messages reach them. No name before consent.
CREATE TABLE chats (
    chat_id    INTEGER PRIMARY KEY,
    language   TEXT    NOT NULL,
    blocked_at REAL
);

CREATE TABLE participants (
    event_id      INTEGER NOT NULL REFERENCES events,
    chat_id       INTEGER NOT NULL,
    name          TEXT    NOT NULL,
    position      TEXT    NOT NULL,
    institution   TEXT    NOT NULL,
    region_code   TEXT,
    reminders     INTEGER NOT NULL DEFAULT 1,
    consented_at  REAL    NOT NULL,
    registered_at REAL    NOT NULL,
    PRIMARY KEY (event_id, chat_id)
) WITHOUT ROWID;

-- What a chat is in the middle of; survives a restart.
CREATE TABLE dialogs (
    chat_id    INTEGER PRIMARY KEY,
    kind       TEXT NOT NULL,
    step       TEXT NOT NULL,
    draft      TEXT NOT NULL,
    updated_at REAL NOT NULL
);
