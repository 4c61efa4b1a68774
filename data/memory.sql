-- name: keep
INSERT INTO memories (chat_id, conversation, at) VALUES (:chat_id, :conversation, :now)
ON CONFLICT (chat_id) DO UPDATE SET conversation = excluded.conversation, at = excluded.at;

-- name: find
SELECT conversation FROM memories WHERE chat_id = :chat_id;

-- name: forget_before
DELETE FROM memories WHERE at < :instant;

-- name: forget
DELETE FROM memories WHERE chat_id = :chat_id;
