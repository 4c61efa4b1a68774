-- name: add
INSERT INTO stars (event_id, chat_id, session_id) VALUES (:event_id, :chat_id, :session_id)
ON CONFLICT DO NOTHING;

-- name: remove
DELETE FROM stars WHERE event_id = :event_id AND chat_id = :chat_id AND session_id = :session_id;

-- name: of_chat
SELECT session_id FROM stars WHERE event_id = :event_id AND chat_id = :chat_id;

-- name: forget
DELETE FROM stars WHERE chat_id = :chat_id;
