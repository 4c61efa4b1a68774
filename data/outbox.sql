-- name: add
INSERT INTO outbox (key, kind, subject, chat_id, priority, not_before, useless_after)
VALUES (:key, :kind, :subject, :chat_id, :priority, :not_before, :useless_after)
ON CONFLICT (key) DO NOTHING;

-- name: due
-- Read row by row, as far as it is wanted. What is in hand for a chat comes before what else waits for it.
SELECT id, chat_id FROM outbox
WHERE state = 'waiting' AND priority = :priority AND not_before <= :now
    AND chat_id NOT IN (SELECT chat_id FROM outbox WHERE state = 'sending')
ORDER BY not_before, id;

-- name: claim
UPDATE outbox SET state = 'sending', attempts = attempts + 1, lease_until = :lease_until
WHERE id IN (SELECT value FROM json_each(:ids))
RETURNING id, kind, subject, chat_id, priority, attempts, useless_after;

-- name: release_lost
-- A lease that ends later than one given now was given by a clock that has been set back since.
UPDATE outbox SET state = 'waiting', lease_until = NULL
WHERE state = 'sending' AND NOT lease_until BETWEEN :now AND :latest
    AND id NOT IN (SELECT value FROM json_each(:in_hand));

-- name: finish
UPDATE outbox SET state = :state, finished_at = :now, message_id = :message_id, cause = :cause,
    failure = :failure, lease_until = NULL
WHERE id = :id AND state = 'sending';

-- name: forget
DELETE FROM outbox WHERE id = :id;

-- name: forget_content
UPDATE outbox SET subject = '' WHERE id = :id;

-- name: try_again
UPDATE outbox SET state = 'waiting', not_before = :not_before, cause = :cause, failure = :failure,
    lease_until = NULL
WHERE id = :id AND state = 'sending';

-- name: postpone
UPDATE outbox SET state = 'waiting', not_before = :not_before, attempts = attempts - 1, lease_until = NULL
WHERE id = :id AND state = 'sending';

-- name: waiting_before
SELECT COUNT(*) AS number FROM outbox WHERE state = 'waiting' AND priority <= :priority;

-- name: release_all
UPDATE outbox SET state = 'waiting', lease_until = NULL WHERE state = 'sending';

-- name: hasten
UPDATE outbox SET not_before = :now WHERE state = 'waiting' AND cause = 'network' AND not_before > :now;

-- name: hasten_awaited
UPDATE outbox SET not_before = :now
WHERE state = 'waiting' AND priority <= :priority AND attempts = 0 AND not_before > :now;

-- name: shift
UPDATE outbox SET not_before = not_before - :seconds
WHERE state = 'waiting' AND not_before > :now AND (priority <= :priority OR attempts > 0);

-- name: next_due
SELECT MIN(not_before) AS due FROM outbox
WHERE state = 'waiting' AND priority = :priority AND not_before > :now;

-- name: late_answer
SELECT 1 FROM outbox WHERE chat_id = :chat_id AND kind = :kind AND state IN ('waiting', 'sending') LIMIT 1;

-- name: by_message
SELECT kind, subject FROM outbox WHERE chat_id = :chat_id AND message_id = :message_id AND state = 'sent'
ORDER BY id DESC LIMIT 1;

-- name: counts
SELECT state, COUNT(*) AS number FROM outbox WHERE kind = :kind AND subject = :subject GROUP BY state;

-- name: counts_by_state
SELECT state, COUNT(*) AS number FROM outbox GROUP BY state;

-- name: failures
SELECT cause, COUNT(*) AS number, MAX(failure) AS failure FROM outbox
WHERE state = 'failed' GROUP BY cause ORDER BY cause;

-- name: put_off
SELECT COUNT(*) AS number, MIN(failure) AS failure FROM outbox WHERE state = 'waiting' AND cause = 'network';

-- name: forget_chat
DELETE FROM outbox WHERE chat_id = :chat_id;
