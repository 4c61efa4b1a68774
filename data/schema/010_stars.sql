-- The sessions a person wants to be reminded of, or has chosen among those that run at the same time.
-- participants.reminders: 0 none, 1 all that are announced, 2 the starred only.
CREATE TABLE stars (
    event_id   INTEGER NOT NULL REFERENCES events,
    chat_id    INTEGER NOT NULL,
    session_id TEXT    NOT NULL,
    PRIMARY KEY (event_id, chat_id, session_id)
) WITHOUT ROWID;

-- How each session stands to each participant who can be reached. Passed over is one at whose time the person
-- has chosen another, by a star or by being there.
CREATE VIEW interests AS
SELECT p.event_id, p.chat_id, p.reminders, s.id AS session_id, s.kind,
    EXISTS (SELECT 1 FROM stars x
        WHERE x.event_id = p.event_id AND x.chat_id = p.chat_id AND x.session_id = s.id) AS is_starred,
    s.kind NOT IN ('registration', 'break', 'social')
        AND EXISTS (SELECT 1 FROM sessions o
            WHERE o.event_id = s.event_id AND o.id <> s.id AND o.starts_at < s.ends_at AND s.starts_at < o.ends_at
                AND o.kind NOT IN ('registration', 'break', 'social')
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

-- A plan is a session's at one start, so that what joins a start later is announced too. Dropped: how many
-- would have got it, had the bot been there in time.
ALTER TABLE reminder_plans ADD COLUMN dropped INTEGER NOT NULL DEFAULT 0;
INSERT INTO reminder_plans (event_id, key, planned_at, recipients)
SELECT r.event_id, 'reminder:' || s.id || ':' || s.starts_at, r.planned_at, r.recipients
FROM reminder_plans r
JOIN sessions s ON s.event_id = r.event_id AND r.key = 'reminder:' || s.starts_at;
DELETE FROM reminder_plans WHERE key GLOB 'reminder:*' AND key NOT GLOB 'reminder:*:*';
