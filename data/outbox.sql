-- name: add
INSERT INTO outbox (id, key, kind, subject, chat_id, priority, not_before, useless_after)
VALUES (:id, :key, :kind, :subject, :chat_id, :priority, :not_before, :useless_after)
ON CONFLICT (key) DO NOTHING;

-- name: due
-- Read row by row, as far as it is wanted. What is in hand for a chat comes before what else waits for it.
SELECT id, chat_id FROM outbox
WHERE state = 'waiting' AND stream IS NULL AND priority = :priority AND not_before <= :now
    AND chat_id NOT IN (SELECT chat_id FROM outbox WHERE state = 'sending')
ORDER BY not_before, id;

-- name: claim
UPDATE outbox SET state = 'sending', attempts = attempts + 1, lease_until = :lease_until
WHERE id IN (SELECT value FROM json_each(:ids))
RETURNING id, kind, subject, chat_id, priority, attempts, useless_after;

-- name: claim_from_streams
-- Of each open stream the first that are due, and of these those whose turn it is: whatever else waits, is
-- not looked at.
UPDATE outbox SET state = 'sending', attempts = attempts + 1, lease_until = :lease_until
WHERE id IN (
    SELECT id FROM (
        SELECT o.id FROM outbox_streams s JOIN outbox o ON o.id IN (
            SELECT first.id FROM outbox first
            WHERE first.stream = s.id AND first.state = 'waiting' AND first.not_before <= :now
            ORDER BY first.id LIMIT :limit
        )
        WHERE s.is_open = 1
        ORDER BY o.id + s.turn LIMIT :limit
    )
)
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

-- name: count
-- What became of a message that is forgotten, where it belongs to a stream.
UPDATE outbox_streams SET
    sent = sent + (:state = 'sent'), failed = failed + (:state = 'failed'), dropped = dropped + (:state = 'dropped')
WHERE id = (SELECT stream FROM outbox WHERE id = :id AND state = 'sending');

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
SELECT COUNT(*) AS number FROM outbox WHERE state = 'waiting' AND stream IS NULL AND priority <= :priority
    AND not_before <= :now;

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

-- name: has_work
SELECT EXISTS (SELECT 1 FROM outbox_streams WHERE is_open = 1)
    OR EXISTS (SELECT 1 FROM (SELECT 0 AS priority UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3) p
        WHERE EXISTS (SELECT 1 FROM outbox WHERE state = 'waiting' AND stream IS NULL AND priority = p.priority
            AND not_before <= :now))
    OR (SELECT COUNT(*) FROM outbox WHERE state = 'sending') > :in_hand AS has_work;

-- name: next_due
SELECT MIN(due) AS due FROM (
    SELECT (SELECT MIN(not_before) FROM outbox
        WHERE state = 'waiting' AND stream IS NULL AND priority = p.priority AND not_before > :now) AS due
    FROM (SELECT 0 AS priority UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3) p
    UNION ALL
    SELECT (SELECT MIN(o.not_before) FROM outbox o
        WHERE o.stream = s.id AND o.state = 'waiting' AND o.not_before > :now)
    FROM outbox_streams s WHERE s.is_open = 1
);

-- name: in_hand_for
SELECT 1 FROM outbox WHERE chat_id = :chat_id AND state = 'sending' LIMIT 1;

-- name: late_answer
SELECT 1 FROM outbox WHERE chat_id = :chat_id AND kind = :kind AND state IN ('waiting', 'sending') LIMIT 1;

-- name: by_message
SELECT kind, subject FROM outbox WHERE chat_id = :chat_id AND message_id = :message_id AND state = 'sent'
ORDER BY id DESC LIMIT 1;

-- name: add_stream
INSERT INTO outbox_streams DEFAULT VALUES;

-- name: release
-- It begins, or goes on, abreast of those that are being sent: what it has missed it does not make up for.
UPDATE outbox_streams SET
    is_open = 1,
    turn = COALESCE((
        SELECT MIN(o.id + s.turn) FROM outbox_streams s JOIN outbox o ON o.id = (
            SELECT MIN(first.id) FROM outbox first WHERE first.stream = s.id AND first.state = 'waiting'
        )
        WHERE s.is_open = 1
    ), 0) - COALESCE((SELECT MIN(id) FROM outbox WHERE stream = :stream AND state = 'waiting'), 0)
WHERE id = :stream AND is_open = 0;

-- name: hold
UPDATE outbox_streams SET is_open = 0 WHERE id = :stream AND is_open = 1;

-- name: stream_counts
SELECT state, SUM(number) AS number FROM (
    SELECT state, COUNT(*) AS number FROM outbox WHERE stream = :stream GROUP BY state
    UNION ALL SELECT 'sent', sent FROM outbox_streams WHERE id = :stream
    UNION ALL SELECT 'failed', failed FROM outbox_streams WHERE id = :stream
    UNION ALL SELECT 'skipped', dropped FROM outbox_streams WHERE id = :stream
) WHERE number > 0 GROUP BY state;

-- name: has_unfinished
SELECT EXISTS (SELECT 1 FROM outbox WHERE stream = :stream AND state = 'waiting')
    OR EXISTS (SELECT 1 FROM outbox WHERE stream = :stream AND state = 'sending') AS has_some;

-- name: is_in_hand
SELECT EXISTS (SELECT 1 FROM outbox WHERE stream = :stream AND state = 'sending') AS is_in_hand;

-- name: last_sent
SELECT COUNT(*) AS number, MIN(finished_at) AS since FROM (
    SELECT finished_at FROM outbox WHERE stream = :stream AND state = 'sent' ORDER BY id DESC LIMIT :limit
);

-- name: by_key
SELECT state, finished_at FROM outbox WHERE key = :key;

-- name: counts_by_state
SELECT state, COUNT(*) AS number FROM outbox GROUP BY state;

-- name: failures
SELECT cause, COUNT(*) AS number, MAX(failure) AS failure FROM outbox
WHERE state = 'failed' GROUP BY cause ORDER BY cause;

-- name: put_off
SELECT COUNT(*) AS number, MIN(failure) AS failure FROM outbox WHERE state = 'waiting' AND cause = 'network';

-- name: forget_chat
DELETE FROM outbox WHERE chat_id = :chat_id;
