-- name: state
SELECT c.language, c.blocked_at IS NOT NULL AS is_blocked, d.kind AS dialog_kind
FROM (SELECT :chat_id AS chat_id) asked
LEFT JOIN chats c ON c.chat_id = asked.chat_id
LEFT JOIN dialogs d ON d.chat_id = asked.chat_id;

-- name: meet
INSERT INTO chats (chat_id, language) VALUES (:chat_id, :language) ON CONFLICT (chat_id) DO NOTHING;

-- name: set_language
INSERT INTO chats (chat_id, language) VALUES (:chat_id, :language)
ON CONFLICT (chat_id) DO UPDATE SET language = excluded.language;

-- name: mark_blocked
UPDATE chats SET blocked_at = :now WHERE chat_id = :chat_id AND blocked_at IS NULL;

-- name: mark_reachable
UPDATE chats SET blocked_at = NULL WHERE chat_id = :chat_id;

-- name: forget
DELETE FROM chats WHERE chat_id = :chat_id;
