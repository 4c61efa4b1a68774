-- name: records
SELECT s.attendee_id, p.name, s.session_id, s.at, s.way, s.actor_chat_id AS actor, h.name AS helper, s.code_age,
    s.recorded_at, s.place, s.latitude, s.longitude
FROM presences s JOIN people p ON p.id = s.attendee_id
LEFT JOIN helpers h ON h.event_id = s.event_id AND h.chat_id = s.actor_chat_id
WHERE s.event_id = :event_id ORDER BY s.session_id, s.at, s.attendee_id;

-- name: silent
-- Only checks that are over, and people who could be asked.
SELECT p.name, COUNT(*) AS times
FROM spot_check_people k JOIN spot_checks c ON c.id = k.check_id JOIN people p ON p.id = k.attendee_id
WHERE c.event_id = :event_id AND c.ends_at <= :now AND k.answered_at IS NULL AND p.chat_id IS NOT NULL
GROUP BY p.id HAVING COUNT(*) >= :times ORDER BY times DESC, p.name;
