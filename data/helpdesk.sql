-- name: keep_draft
INSERT INTO helpdesk_questions (event_id, chat_id, update_id, text, asked_at)
VALUES (:event_id, :chat_id, :update_id, :text, :now)
ON CONFLICT (chat_id, update_id) DO UPDATE SET text = excluded.text WHERE state = 'draft'
RETURNING id;

-- name: id_of
SELECT id FROM helpdesk_questions WHERE chat_id = :chat_id AND update_id = :update_id;

-- name: pass_on
UPDATE helpdesk_questions SET state = 'open' WHERE id = :id AND chat_id = :chat_id AND state = 'draft';

-- name: find
SELECT id, chat_id, update_id, text, asked_at, state FROM helpdesk_questions WHERE id = :id;

-- name: answer
INSERT INTO helpdesk_answers (question_id, organiser_chat_id, update_id, text, answered_at)
VALUES (:question_id, :organiser_chat_id, :update_id, :text, :now)
ON CONFLICT (organiser_chat_id, update_id) DO NOTHING;

-- name: mark_answered
UPDATE helpdesk_questions SET state = 'answered' WHERE id = :id;

-- name: find_answer
SELECT a.text, q.text AS question FROM helpdesk_answers a JOIN helpdesk_questions q ON q.id = a.question_id
WHERE a.organiser_chat_id = :organiser_chat_id AND a.update_id = :update_id;

-- name: forget_drafts
DELETE FROM helpdesk_questions WHERE state = 'draft' AND asked_at < :instant;

-- name: send_again
UPDATE outbox SET state = 'waiting', not_before = :now, failure = NULL
WHERE kind = 'helpdesk_question' AND chat_id = :organiser AND state = 'failed'
    AND subject IN (SELECT CAST(id AS TEXT) FROM helpdesk_questions WHERE state = 'open');

-- name: cards
SELECT o.chat_id, o.message_id FROM outbox o
JOIN helpdesk_questions q ON o.kind = 'helpdesk_question' AND o.subject = CAST(q.id AS TEXT)
WHERE q.chat_id = :chat_id AND o.message_id IS NOT NULL;

-- name: forget_answers
DELETE FROM helpdesk_answers WHERE organiser_chat_id = :chat_id;

-- name: forget
DELETE FROM helpdesk_questions WHERE chat_id = :chat_id;
