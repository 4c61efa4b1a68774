-- name: changed
UPDATE helpdesk_questions SET revision = revision + 1 WHERE id = :question_id RETURNING revision;

-- name: standing
-- Those that show the question as it was: on their way, or in a chat.
SELECT id, chat_id FROM outbox
WHERE kind = 'helpdesk_question' AND subject = CAST(:question_id AS TEXT) AND state IN ('sending', 'sent');

-- name: place
SELECT o.state, o.message_id, EXISTS (
    SELECT 1 FROM outbox e
    WHERE e.kind = 'helpdesk_card' AND e.subject > :edits AND e.subject < :beyond
        AND e.state = 'sending' AND e.id < :edit_id
) AS is_being_edited
FROM outbox o WHERE o.id = :card_id;

-- name: newest
SELECT message_id FROM outbox
WHERE kind = 'helpdesk_question' AND subject = CAST(:question_id AS TEXT) AND chat_id = :chat_id
    AND message_id IS NOT NULL
ORDER BY id DESC LIMIT 1;

-- name: send_again
UPDATE outbox SET state = 'waiting', not_before = :now, failure = NULL
WHERE kind = 'helpdesk_question' AND chat_id = :organiser AND state = 'failed'
    AND subject IN (SELECT CAST(id AS TEXT) FROM helpdesk_questions WHERE state = 'open');

-- name: withdraw
DELETE FROM outbox WHERE kind IN ('helpdesk_question', 'helpdesk_reminder') AND state = 'waiting';

-- name: of_author
SELECT o.chat_id, o.message_id FROM helpdesk_questions q
JOIN outbox o ON o.kind IN ('helpdesk_question', 'helpdesk_reminder') AND o.subject = CAST(q.id AS TEXT)
WHERE q.chat_id = :chat_id AND o.message_id IS NOT NULL
UNION
SELECT o.chat_id, o.message_id FROM helpdesk_questions q
JOIN outbox o ON o.kind = 'helpdesk_prompt' AND o.subject > q.id || ':' AND o.subject < q.id || ';'
WHERE q.chat_id = :chat_id AND o.message_id IS NOT NULL;
