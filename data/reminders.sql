-- name: planned
SELECT key FROM reminder_plans WHERE event_id = :event_id AND planned_at <= :now;

-- name: record
INSERT INTO reminder_plans (event_id, key, planned_at, recipients)
VALUES (:event_id, :key, :now, :recipients)
ON CONFLICT (event_id, key) DO UPDATE SET
    planned_at = excluded.planned_at, recipients = recipients + excluded.recipients;

-- name: address_reminder
INSERT INTO outbox (key, kind, subject, chat_id, priority, not_before, useless_after)
SELECT :event_id || ':' || :key || ':' || p.chat_id, :kind, :subject, p.chat_id, :priority, :due, :useless_after
FROM participants p JOIN chats c ON c.chat_id = p.chat_id
WHERE p.event_id = :event_id AND p.reminders = 1 AND c.blocked_at IS NULL
ON CONFLICT (key) DO NOTHING;

-- name: address_feedback_request
-- Those who were present; all who were registered in time where nobody checked in.
INSERT INTO outbox (key, kind, subject, chat_id, priority, not_before, useless_after)
SELECT :event_id || ':' || :key || ':' || p.chat_id, :kind, :subject, p.chat_id, :priority, :due, :useless_after
FROM participants p JOIN chats c ON c.chat_id = p.chat_id
WHERE p.event_id = :event_id AND p.reminders = 1 AND c.blocked_at IS NULL AND p.registered_at <= :due
    AND (
        EXISTS (SELECT 1 FROM attendance a
            WHERE a.event_id = p.event_id AND a.session_id = :session_id AND a.chat_id = p.chat_id)
        OR NOT EXISTS (SELECT 1 FROM attendance a
            WHERE a.event_id = p.event_id AND a.session_id = :session_id)
    )
ON CONFLICT (key) DO NOTHING;
