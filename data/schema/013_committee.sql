-- Who has taken or answered a question; ``revision`` counts the changes that its cards are to show.
ALTER TABLE helpdesk_questions ADD COLUMN helper_id INTEGER;
ALTER TABLE helpdesk_questions ADD COLUMN helper_name TEXT;
ALTER TABLE helpdesk_questions ADD COLUMN follows INTEGER;
ALTER TABLE helpdesk_questions ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;
CREATE INDEX helpdesk_open ON helpdesk_questions (asked_at) WHERE state = 'open';

-- A held answer waits for its author to confirm it: somebody else has taken or answered the question.
-- ``organiser_chat_id`` is the account of who answered, in whichever chat.
ALTER TABLE helpdesk_answers ADD COLUMN state TEXT NOT NULL DEFAULT 'sent'
    CHECK (state IN ('held', 'sent', 'undelivered'));
ALTER TABLE helpdesk_answers ADD COLUMN helper_name TEXT;
ALTER TABLE helpdesk_answers ADD COLUMN media TEXT CHECK (media IN ('photo', 'document'));
ALTER TABLE helpdesk_answers ADD COLUMN file_id TEXT;
CREATE INDEX helpdesk_answers_question ON helpdesk_answers (question_id);

CREATE INDEX outbox_subject ON outbox (kind, subject);

-- What a chat was about a moment ago: the facet and the sessions of the last answer, nothing of the text.
CREATE TABLE memories (
    chat_id      INTEGER PRIMARY KEY,
    conversation TEXT NOT NULL,
    at           REAL NOT NULL
);
CREATE INDEX memories_at ON memories (at);
