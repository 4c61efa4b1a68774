-- Questions to a panel. The id is random and the rows lie in its order; the owner is an HMAC under a secret outside
-- this file, and the time is rounded to the hour. Of an anonymous question the chat, to which the answer goes, is
-- encrypted with that secret; a named one has it in the clear. Each change counts the revision up: a button of an
-- older card changes nothing.
CREATE TABLE panel_questions (
    id           INTEGER PRIMARY KEY,
    owner_key    BLOB    NOT NULL UNIQUE,
    event_id     INTEGER NOT NULL,
    session_id   TEXT    NOT NULL,
    chat_id      INTEGER,
    sealed_chat  BLOB,
    text         TEXT    NOT NULL,
    state        TEXT    NOT NULL
                 CHECK (state IN ('pending', 'open', 'asked', 'answered', 'refused', 'merged')),
    is_pinned    INTEGER NOT NULL DEFAULT 0,
    merged_into  INTEGER,
    reason       TEXT,
    answer       TEXT,
    moderator_id INTEGER,
    moderator    TEXT,
    revision     INTEGER NOT NULL DEFAULT 0,
    hour         INTEGER NOT NULL,
    CHECK ((chat_id IS NULL) <> (sealed_chat IS NULL))
) WITHOUT ROWID;
CREATE INDEX panel_questions_session ON panel_questions (event_id, session_id, state);

CREATE TABLE question_votes (
    question_id INTEGER NOT NULL,
    chat_id     INTEGER NOT NULL,
    PRIMARY KEY (question_id, chat_id)
) WITHOUT ROWID;
CREATE INDEX question_votes_chat ON question_votes (chat_id);

CREATE TABLE question_bans (
    event_id INTEGER NOT NULL,
    ban_key  BLOB    NOT NULL,
    PRIMARY KEY (event_id, ban_key)
) WITHOUT ROWID;
