-- name: add
INSERT INTO panel_questions (id, owner_key, event_id, session_id, chat_id, sealed_chat, text, state, hour)
VALUES (:id, :owner_key, :event_id, :session_id, :chat_id, :sealed_chat, :text, :state, :hour);

-- name: columns
SELECT q.id, q.owner_key, q.session_id, q.chat_id, q.sealed_chat, q.text, q.state, q.is_pinned, q.merged_into,
    q.reason, q.answer, q.moderator_id, q.moderator, q.revision,
    (SELECT COUNT(*) FROM question_votes v WHERE v.question_id = q.id) AS votes,
    (SELECT p.name FROM participants p WHERE p.event_id = q.event_id AND p.chat_id = q.chat_id) AS author
FROM panel_questions q WHERE q.event_id = :event_id

-- name: owned
AND lower(hex(q.owner_key)) IN (SELECT value FROM json_each(:keys));

-- name: by_id
AND q.id = :id;

-- name: listed
AND q.session_id = :session_id AND q.state IN ('open', 'asked')
ORDER BY q.is_pinned DESC, votes DESC, q.hour, q.id;

-- name: all
AND q.state <> 'merged' ORDER BY q.session_id, votes DESC, q.hour, q.id;

-- name: named_by
AND q.chat_id = :chat_id;

-- name: merged
AND q.merged_into = :id;

-- name: merge_along
UPDATE panel_questions SET merged_into = :target WHERE merged_into = :id;

-- name: merged_into
SELECT id, text, revision FROM panel_questions WHERE merged_into = :id;

-- name: release
UPDATE panel_questions SET state = :state, merged_into = NULL, revision = revision + 1 WHERE id = :id;

-- name: rewrite
UPDATE panel_questions SET text = :text, state = :state, revision = revision + 1,
    moderator_id = CASE :state WHEN 'pending' THEN NULL ELSE moderator_id END,
    moderator = CASE :state WHEN 'pending' THEN NULL ELSE moderator END,
    is_pinned = CASE :state WHEN 'pending' THEN 0 ELSE is_pinned END
WHERE id = :id;

-- name: withdraw
DELETE FROM panel_questions WHERE id = :id;

-- name: unvote_all
DELETE FROM question_votes WHERE question_id = :id;

-- name: change
UPDATE panel_questions SET state = :state, session_id = :session_id, is_pinned = :is_pinned, reason = :reason,
    merged_into = :merged_into, answer = :answer, moderator_id = :moderator_id, moderator = :moderator,
    revision = revision + 1
WHERE id = :id AND revision = :revision;

-- name: unpin_others
UPDATE panel_questions SET is_pinned = 0, revision = revision + 1
WHERE event_id = :event_id AND session_id = :session_id AND is_pinned = 1 AND id <> :id RETURNING id;

-- name: answered_before
UPDATE panel_questions SET state = 'answered', revision = revision + 1
WHERE event_id = :event_id AND session_id = :session_id AND state = 'asked' AND id <> :id RETURNING id;

-- name: vote
INSERT INTO question_votes (question_id, chat_id) VALUES (:id, :chat_id) ON CONFLICT DO NOTHING;

-- name: unvote
DELETE FROM question_votes WHERE question_id = :id AND chat_id = :chat_id;

-- name: move_votes
INSERT INTO question_votes (question_id, chat_id)
SELECT :target, chat_id FROM question_votes WHERE question_id = :id ON CONFLICT DO NOTHING;

-- name: voted
SELECT question_id FROM question_votes WHERE chat_id = :chat_id;

-- name: voters
SELECT chat_id FROM question_votes WHERE question_id = :id;

-- name: ban
INSERT INTO question_bans (event_id, ban_key) VALUES (:event_id, :ban_key) ON CONFLICT DO NOTHING;

-- name: unban
DELETE FROM question_bans WHERE event_id = :event_id AND ban_key = :ban_key;

-- name: is_banned
SELECT 1 FROM question_bans WHERE event_id = :event_id AND ban_key = :ban_key;

-- name: cards
SELECT chat_id, message_id FROM outbox
WHERE kind = 'question_card' AND subject = :subject AND state = 'sent' AND message_id IS NOT NULL;

-- name: events
SELECT DISTINCT event_id FROM panel_questions;

-- name: forget_votes
DELETE FROM question_votes WHERE chat_id = :chat_id;

-- name: forget_moderator
UPDATE panel_questions SET moderator_id = NULL, moderator = NULL WHERE moderator_id = :chat_id;

-- name: send_again
UPDATE outbox SET state = 'waiting', not_before = :now, failure = NULL
WHERE kind = 'question_card' AND chat_id = :organiser AND state = 'failed'
    AND subject IN (SELECT CAST(id AS TEXT) FROM panel_questions WHERE state = 'pending');
