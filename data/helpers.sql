-- name: invite
INSERT INTO helper_invitations (event_id, token, expires_at) VALUES (:event_id, :token, :expires_at)
ON CONFLICT (event_id) DO UPDATE SET token = excluded.token, expires_at = excluded.expires_at;

-- name: invitation
SELECT token FROM helper_invitations WHERE event_id = :event_id AND expires_at > :now;

-- name: add
INSERT INTO helpers (event_id, chat_id, name, joined_at) VALUES (:event_id, :chat_id, :name, :now)
ON CONFLICT (event_id, chat_id) DO UPDATE SET name = excluded.name;

-- name: remove
DELETE FROM helpers WHERE event_id = :event_id AND chat_id = :chat_id;

-- name: find
SELECT 1 FROM helpers WHERE event_id = :event_id AND chat_id = :chat_id;

-- name: everyone
SELECT h.chat_id, h.name, h.joined_at,
    (SELECT COUNT(*) FROM attendance_trail t WHERE t.event_id = h.event_id AND t.actor_chat_id = h.chat_id
        AND t.act = 'in' AND t.way IN ('card', 'search')) AS marks
FROM helpers h WHERE h.event_id = :event_id ORDER BY h.name COLLATE NOCASE, h.chat_id;

-- name: last_session
SELECT session_id FROM attendance_trail WHERE event_id = :event_id AND actor_chat_id = :chat_id
    AND way IN ('card', 'search') ORDER BY id DESC LIMIT 1;

-- name: forget
DELETE FROM helpers WHERE chat_id = :chat_id;
