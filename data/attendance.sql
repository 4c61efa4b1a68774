-- name: add_code
INSERT INTO check_in_codes (event_id, session_id, code) VALUES (:event_id, :session_id, :code)
ON CONFLICT DO NOTHING;

-- name: codes
SELECT session_id, code FROM check_in_codes WHERE event_id = :event_id;

-- name: session_of_code
SELECT session_id FROM check_in_codes WHERE event_id = :event_id AND code = :code;

-- name: record
INSERT INTO attendance (event_id, session_id, chat_id, at, late)
VALUES (:event_id, :session_id, :chat_id, :at, :late)
ON CONFLICT (event_id, session_id, chat_id) DO NOTHING;

-- name: find
SELECT at, late FROM attendance
WHERE event_id = :event_id AND session_id = :session_id AND chat_id = :chat_id;

-- name: of_chat
SELECT session_id, at, late FROM attendance WHERE event_id = :event_id AND chat_id = :chat_id;

-- name: count
SELECT COUNT(*) AS number FROM attendance WHERE event_id = :event_id AND session_id = :session_id;

-- name: forget
DELETE FROM attendance WHERE chat_id = :chat_id;
