-- name: draft
INSERT INTO broadcast_changes (broadcast_id, kind, author_chat_id, update_id, html, created_at)
VALUES (:broadcast_id, :kind, :author_chat_id, :update_id, :html, :now)
ON CONFLICT (author_chat_id, update_id) DO NOTHING;

-- name: id_of
SELECT id FROM broadcast_changes WHERE author_chat_id = :author_chat_id AND update_id = :update_id;

-- name: find
SELECT * FROM broadcast_changes WHERE id = :id;

-- name: confirm
UPDATE broadcast_changes SET state = 'confirmed' WHERE id = :id AND state = 'draft';

-- name: cancel
UPDATE broadcast_changes SET state = 'cancelled' WHERE id = :id AND state = 'draft';

-- name: is_recalled
SELECT EXISTS (SELECT 1 FROM broadcast_changes
    WHERE broadcast_id = :id AND kind = 'recall' AND state IN ('confirmed', 'running', 'done')) AS is_recalled;

-- name: supersede
-- A later change takes the place of those before it.
UPDATE broadcast_changes SET state = 'done'
WHERE broadcast_id = :broadcast_id AND id <> :id AND state IN ('confirmed', 'running');

-- name: streams_of
SELECT stream FROM broadcasts WHERE id = :id AND stream IS NOT NULL
UNION ALL
SELECT stream FROM broadcast_changes WHERE broadcast_id = :id AND stream IS NOT NULL;

-- name: under_way
SELECT * FROM broadcast_changes WHERE state IN ('confirmed', 'running');

-- name: of_broadcast
SELECT * FROM broadcast_changes WHERE broadcast_id = :id AND state IN ('confirmed', 'running', 'done') ORDER BY id;

-- name: address_recall
INSERT INTO outbox (key, kind, subject, chat_id, priority, not_before, useless_after, stream)
SELECT 'broadcast_recall:' || :change || ':' || chat_id, 'broadcast_recall', :change || ':' || message_id, chat_id,
    :priority, :now, finished_at + :reach_seconds, :stream
FROM outbox
WHERE stream = :broadcast_stream AND state = 'sent' AND message_id IS NOT NULL
    AND finished_at > :now - :reach_seconds
ORDER BY id
ON CONFLICT (key) DO NOTHING;

-- name: address_correction
INSERT INTO outbox (key, kind, subject, chat_id, priority, not_before, stream)
SELECT 'broadcast_correction:' || :change || ':' || chat_id, 'broadcast_correction', :change || ':' || message_id,
    chat_id, :priority, :now, :stream
FROM outbox
WHERE stream = :broadcast_stream AND state = 'sent' AND message_id IS NOT NULL
ORDER BY id
ON CONFLICT (key) DO NOTHING;

-- name: run
UPDATE broadcast_changes SET state = 'running', stream = :stream, recipients = :recipients
WHERE id = :id AND state = 'confirmed';

-- name: end
UPDATE broadcast_changes SET state = 'done' WHERE id = :id AND state = 'running';

-- name: reach
-- What was sent, and how much of it is young enough to be deleted.
SELECT COUNT(*) AS sent, COALESCE(SUM(finished_at > :now - :reach_seconds), 0) AS within_reach
FROM outbox WHERE stream = :stream AND state = 'sent' AND message_id IS NOT NULL;
