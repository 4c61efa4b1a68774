-- name: add
INSERT INTO walls (event_id, room, secret) VALUES (:event_id, :room, :secret) ON CONFLICT DO NOTHING;

-- name: of_event
SELECT room, secret FROM walls WHERE event_id = :event_id;

-- name: revoke
UPDATE walls SET secret = :new WHERE event_id = :event_id AND room = :room AND secret = :secret;

-- name: by_session
-- How many are present, and how many seats of the invited are taken.
SELECT s.session_id, COUNT(*) AS present, COUNT(DISTINCT p.invited_id) AS invited
FROM presences s JOIN people p ON p.id = s.attendee_id
WHERE s.event_id = :event_id AND s.session_id IN (SELECT value FROM json_each(:sessions))
GROUP BY s.session_id;

-- name: by_province
SELECT s.session_id, substr(p.region_code, 1, 2) AS province, COUNT(*) AS present
FROM presences s JOIN people p ON p.id = s.attendee_id
WHERE s.event_id = :event_id AND s.session_id IN (SELECT value FROM json_each(:sessions))
    AND p.region_code IS NOT NULL
GROUP BY s.session_id, province ORDER BY present DESC, province;

-- name: newest
SELECT session_id, name FROM (
    SELECT s.session_id, p.name, s.at, s.attendee_id,
        ROW_NUMBER() OVER (PARTITION BY s.session_id ORDER BY s.recorded_at DESC, s.attendee_id DESC) AS place
    FROM presences s JOIN people p ON p.id = s.attendee_id
    WHERE s.event_id = :event_id AND s.session_id IN (SELECT value FROM json_each(:sessions))
) WHERE place <= :limit ORDER BY session_id, place;

-- name: invited
SELECT COUNT(*) AS number FROM invited WHERE event_id = :event_id;

-- name: invited_by_province
SELECT substr(region_code, 1, 2) AS province, COUNT(*) AS number FROM invited
WHERE event_id = :event_id AND region_code IS NOT NULL GROUP BY province;
