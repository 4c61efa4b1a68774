-- name: draft
INSERT INTO broadcasts (event_id, author_chat_id, update_id, html, created_at)
VALUES (:event_id, :author_chat_id, :update_id, :html, :now)
ON CONFLICT (author_chat_id, update_id) DO NOTHING;

-- name: by_source
SELECT id, author_chat_id, html, state, recipients FROM broadcasts
WHERE author_chat_id = :author_chat_id AND update_id = :update_id;

-- name: find
SELECT id, author_chat_id, html, state, recipients FROM broadcasts WHERE id = :id;

-- name: cancel
UPDATE broadcasts SET state = 'cancelled' WHERE id = :id AND state = 'draft';

-- name: confirm
UPDATE broadcasts SET state = 'confirmed' WHERE id = :id AND state = 'draft';

-- name: address
-- One statement for all recipients, however many.
INSERT INTO outbox (key, kind, subject, chat_id, priority, not_before)
SELECT 'broadcast:' || b.id || ':' || p.chat_id, 'broadcast', CAST(b.id AS TEXT), p.chat_id, :priority, :now
FROM broadcasts b
JOIN participants p ON p.event_id = b.event_id
JOIN chats c ON c.chat_id = p.chat_id
WHERE b.id = :id AND c.blocked_at IS NULL
ON CONFLICT (key) DO NOTHING;

-- name: set_recipients
UPDATE broadcasts SET recipients = :recipients WHERE id = :id;

-- name: count_recipients
SELECT COUNT(*) AS number FROM participants p JOIN chats c ON c.chat_id = p.chat_id
WHERE p.event_id = :event_id AND c.blocked_at IS NULL;

-- name: forget
-- What is on its way to others goes on, without its author.
UPDATE broadcasts SET author_chat_id = -id WHERE author_chat_id = :chat_id;
