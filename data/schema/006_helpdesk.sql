-- Ids are never given again: buttons and cards of deleted questions still name them.
-- A draft is a text the bot could not answer; it becomes a question when its author passes it on.
CREATE TABLE helpdesk_questions (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    event_id   INTEGER NOT NULL REFERENCES events,
    chat_id    INTEGER NOT NULL,
    update_id  INTEGER NOT NULL,
    text       TEXT    NOT NULL,
    asked_at   REAL    NOT NULL,
    state      TEXT    NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'open', 'answered')),
    UNIQUE (chat_id, update_id)
);

CREATE TABLE helpdesk_answers (
    id                INTEGER PRIMARY KEY AUTOINCREMENT,
    question_id       INTEGER NOT NULL REFERENCES helpdesk_questions ON DELETE CASCADE,
    organiser_chat_id INTEGER NOT NULL,
    update_id        INTEGER NOT NULL,
    text              TEXT    NOT NULL,
    answered_at       REAL    NOT NULL,
    UNIQUE (organiser_chat_id, update_id)
);
