-- name: add
INSERT INTO outbox (key, kind, subject, chat_id, priority, not_before, useless_after)
VALUES (:key, :kind, :subject, :chat_id, :priority, :not_before, :useless_after)
ON CONFLICT (key) DO NOTHING;

-- name: claim
UPDATE outbox SET state = 'sending', attempts = attempts + 1, lease_until = :lease_until
WHERE id IN (
    SELECT id FROM outbox WHERE state = 'waiting' AND not_before <= :now
    ORDER BY priority, not_before, id LIMIT :limit
)
RETURNING id, kind, subject, chat_id, priority, attempts, useless_after;

-- name: finish
UPDATE outbox SET state = :state, finished_at = :now, message_id = :message_id, failure = :failure,
    lease_until = NULL
WHERE id = :id AND state = 'sending';

-- name: forget
DELETE FROM outbox WHERE id = :id;

-- name: try_again
UPDATE outbox SET state = 'waiting', not_before = :not_before, failure = :failure, lease_until = NULL
WHERE id = :id AND state = 'sending';

-- name: postpone
UPDATE outbox SET state = 'waiting', not_before = :not_before, attempts = attempts - 1, lease_until = NULL
WHERE id = :id AND state = 'sending';

-- name: waiting_before
SELECT COUNT(*) AS number FROM outbox WHERE state = 'waiting' AND priority <= :priority;

-- name: release_all
UPDATE outbox SET state = 'waiting', lease_until = NULL WHERE state = 'sending';

-- name: next_due
SELECT MIN(not_before) AS due FROM outbox WHERE state = 'waiting';

-- name: by_message
SELECT kind, subject FROM outbox WHERE chat_id = :chat_id AND message_id = :message_id AND state = 'sent'
ORDER BY id DESC LIMIT 1;

-- name: by_key
SELECT state, finished_at FROM outbox WHERE key = :key;

-- name: counts
SELECT state, COUNT(*) AS number FROM outbox WHERE kind = :kind AND subject = :subject GROUP BY state;

-- name: counts_by_state
SELECT state, COUNT(*) AS number FROM outbox GROUP BY state;

-- name: forget_chat
DELETE FROM outbox WHERE chat_id = :chat_id;
