-- name: accept
INSERT INTO inbox (update_id, queue, body, received_at)
VALUES (:update_id, :queue, :body, :received_at)
ON CONFLICT (update_id) DO NOTHING;

-- name: unfinished
SELECT update_id, queue, body, received_at FROM inbox
WHERE handled = 0 AND failure IS NULL ORDER BY update_id;

-- name: mark_applied
UPDATE inbox SET applied = 1 WHERE update_id = :update_id AND applied = 0;

-- name: is_accepted
SELECT 1 FROM inbox WHERE update_id = :update_id;

-- name: mark_handled
-- Body and chat go: what is done needs neither.
UPDATE inbox SET handled = 1, body = NULL, queue = NULL WHERE update_id = :update_id;

-- name: count_attempt
UPDATE inbox SET attempts = attempts + 1 WHERE update_id = :update_id RETURNING attempts;

-- name: set_aside
-- Nobody handles it any more; body and chat could tell whose an anonymous answer is.
UPDATE inbox SET failure = :failure, body = NULL, queue = NULL WHERE update_id = :update_id;

-- name: aside
SELECT update_id, received_at, attempts, failure FROM inbox WHERE failure IS NOT NULL ORDER BY update_id;

-- name: forget_before
DELETE FROM inbox WHERE handled = 1 AND received_at < :instant;
