-- name: keep_draft
INSERT INTO helpdesk_questions (event_id, chat_id, update_id, text, asked_at, follows)
VALUES (:event_id, :chat_id, :update_id, :text, :now, :follows)
ON CONFLICT (chat_id, update_id) DO UPDATE SET text = excluded.text WHERE state = 'draft'
RETURNING id;

-- name: id_of
SELECT id FROM helpdesk_questions WHERE chat_id = :chat_id AND update_id = :update_id;

-- name: pass_on
UPDATE helpdesk_questions SET state = 'open' WHERE id = :id AND chat_id = :chat_id AND state = 'draft';

-- name: find
SELECT id, chat_id, update_id, text, asked_at, state, helper_id, helper_name, follows, revision
FROM helpdesk_questions WHERE id = :id;

-- name: take
UPDATE helpdesk_questions SET helper_id = :helper_id, helper_name = :helper_name
WHERE id = :id AND state = 'open' AND helper_id IS NULL;

-- name: release
UPDATE helpdesk_questions SET helper_id = NULL, helper_name = NULL
WHERE id = :id AND state = 'open' AND helper_id = :helper_id;

-- name: answer
INSERT INTO helpdesk_answers (question_id, organiser_chat_id, update_id, text, answered_at, state, helper_name,
    media, file_id)
VALUES (:question_id, :helper_id, :update_id, :text, :now, :state, :helper_name, :media, :file_id)
ON CONFLICT (organiser_chat_id, update_id) DO NOTHING;

-- name: answer_of
SELECT id, question_id, organiser_chat_id AS helper_id, helper_name, update_id, text, state, answered_at, media,
    file_id
FROM helpdesk_answers WHERE organiser_chat_id = :helper_id AND update_id = :update_id;

-- name: own_answer
SELECT id, question_id, organiser_chat_id AS helper_id, helper_name, update_id, text, state, answered_at, media,
    file_id
FROM helpdesk_answers WHERE id = :id AND organiser_chat_id = :helper_id;

-- name: last_answer
SELECT id, question_id, organiser_chat_id AS helper_id, helper_name, update_id, text, state, answered_at, media,
    file_id
FROM helpdesk_answers WHERE question_id = :question_id AND state <> 'held' ORDER BY answered_at DESC, id DESC LIMIT 1;

-- name: send_held
UPDATE helpdesk_answers SET state = 'sent', answered_at = :now WHERE id = :id AND state = 'held';

-- name: drop_held
DELETE FROM helpdesk_answers WHERE id = :id AND organiser_chat_id = :helper_id AND state = 'held';

-- name: mark_answered
UPDATE helpdesk_questions SET state = 'answered', helper_id = :helper_id, helper_name = :helper_name WHERE id = :id;

-- name: mark_undelivered
UPDATE helpdesk_answers SET state = 'undelivered'
WHERE organiser_chat_id = :helper_id AND update_id = :update_id AND state = 'sent'
RETURNING question_id;

-- name: mark_sent_again
UPDATE helpdesk_answers SET state = 'sent'
WHERE state = 'undelivered' AND question_id IN (SELECT id FROM helpdesk_questions WHERE chat_id = :chat_id)
RETURNING question_id;

-- name: send_answers_again
UPDATE outbox SET state = 'waiting', not_before = :now, failure = NULL
WHERE kind = 'helpdesk_answer' AND chat_id = :chat_id AND state = 'failed';

-- name: find_answer
SELECT a.text, q.text AS question, a.question_id, a.media, a.file_id
FROM helpdesk_answers a JOIN helpdesk_questions q ON q.id = a.question_id
WHERE a.organiser_chat_id = :helper_id AND a.update_id = :update_id;

-- name: count_open
SELECT COUNT(*) AS number FROM helpdesk_questions WHERE state = 'open' AND event_id = :event_id;

-- name: page_of_open
SELECT q.id, q.text, q.asked_at, q.helper_name, p.name, p.institution
FROM helpdesk_questions q
LEFT JOIN participants p ON p.event_id = q.event_id AND p.chat_id = q.chat_id
WHERE q.state = 'open' AND q.event_id = :event_id
ORDER BY q.asked_at, q.id LIMIT :limit OFFSET :offset;

-- name: all_open
SELECT id, asked_at FROM helpdesk_questions WHERE state = 'open' ORDER BY asked_at, id;

-- name: forget_drafts
DELETE FROM helpdesk_questions WHERE state = 'draft' AND asked_at < :instant;

-- name: forget_held
DELETE FROM helpdesk_answers WHERE state = 'held' AND answered_at < :instant;

-- name: forget_answers
DELETE FROM helpdesk_answers WHERE organiser_chat_id = :chat_id;

-- name: forget_helper
UPDATE helpdesk_questions SET helper_id = NULL, helper_name = NULL WHERE helper_id = :chat_id RETURNING id;

-- name: forget
DELETE FROM helpdesk_questions WHERE chat_id = :chat_id;
