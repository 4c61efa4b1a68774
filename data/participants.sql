-- name: find
SELECT chat_id, name, position, institution, region_code, reminders, registered_at FROM participants
WHERE event_id = :event_id AND chat_id = :chat_id;

-- name: register
INSERT INTO participants (event_id, chat_id, name, position, institution, region_code, consented_at,
    registered_at)
VALUES (:event_id, :chat_id, :name, :position, :institution, :region_code, :consented_at, :now)
ON CONFLICT (event_id, chat_id) DO UPDATE SET
    name = excluded.name, position = excluded.position, institution = excluded.institution,
    region_code = excluded.region_code;

-- name: set_reminders
UPDATE participants SET reminders = :reminders WHERE event_id = :event_id AND chat_id = :chat_id;

-- name: count
SELECT COUNT(*) AS number FROM participants WHERE event_id = :event_id;

-- name: page
SELECT chat_id, name, position, institution, region_code, reminders, registered_at FROM participants
WHERE event_id = :event_id ORDER BY name COLLATE NOCASE, chat_id LIMIT :limit OFFSET :offset;

-- name: forget
DELETE FROM participants WHERE chat_id = :chat_id;
