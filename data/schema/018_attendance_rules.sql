ALTER TABLE sessions ADD COLUMN cancelled INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sessions ADD COLUMN opens_minutes_before INTEGER NOT NULL DEFAULT 15;
ALTER TABLE sessions ADD COLUMN late_minutes_after INTEGER NOT NULL DEFAULT 15;
ALTER TABLE sessions ADD COLUMN check_out INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sessions ADD COLUMN check_out_minutes_before INTEGER NOT NULL DEFAULT 15;
ALTER TABLE sessions ADD COLUMN check_out_minutes_after INTEGER NOT NULL DEFAULT 30;
ALTER TABLE sessions ADD COLUMN place INTEGER NOT NULL DEFAULT 0;
ALTER TABLE events ADD COLUMN attendance TEXT NOT NULL DEFAULT '{}';

-- A session that is cancelled passes no other over.
DROP VIEW interests;
CREATE VIEW interests AS
SELECT p.event_id, p.chat_id, p.reminders, s.id AS session_id, s.kind,
    EXISTS (SELECT 1 FROM stars x
        WHERE x.event_id = p.event_id AND x.chat_id = p.chat_id AND x.session_id = s.id) AS is_starred,
    s.kind NOT IN ('registration', 'break', 'social')
        AND EXISTS (SELECT 1 FROM sessions o
            WHERE o.event_id = s.event_id AND o.id <> s.id AND o.starts_at < s.ends_at AND s.starts_at < o.ends_at
                AND o.kind NOT IN ('registration', 'break', 'social') AND o.cancelled = 0
                AND (EXISTS (SELECT 1 FROM stars x
                        WHERE x.event_id = p.event_id AND x.chat_id = p.chat_id AND x.session_id = o.id)
                    OR EXISTS (SELECT 1 FROM attendance a
                        WHERE a.event_id = p.event_id AND a.session_id = o.id AND a.chat_id = p.chat_id)))
            AS is_passed_over,
    EXISTS (SELECT 1 FROM attendance a
        WHERE a.event_id = p.event_id AND a.session_id = s.id AND a.chat_id = p.chat_id) AS is_present
FROM participants p
JOIN chats c ON c.chat_id = p.chat_id
JOIN sessions s ON s.event_id = p.event_id
WHERE p.reminders > 0 AND c.blocked_at IS NULL;
