-- name: find
SELECT session_id, at, late, way, out_at, place, actor_chat_id AS actor FROM presences
WHERE event_id = :event_id AND session_id = :session_id AND attendee_id = :attendee_id;

-- name: record
INSERT INTO presences (event_id, session_id, attendee_id, at, late, way, actor_chat_id, code_age, recorded_at,
    place)
VALUES (:event_id, :session_id, :attendee_id, :at, :late, :way, :actor, :code_age, :recorded_at, :place)
ON CONFLICT DO NOTHING;

-- name: record_out
UPDATE presences SET out_at = :at, out_way = :way
WHERE event_id = :event_id AND session_id = :session_id AND attendee_id = :attendee_id AND out_at IS NULL;

-- name: unmark
DELETE FROM presences
WHERE event_id = :event_id AND session_id = :session_id AND attendee_id = :attendee_id;

-- name: note
INSERT INTO attendance_trail (event_id, session_id, attendee_id, act, at, way, actor_chat_id, reason,
    recorded_at)
VALUES (:event_id, :session_id, :attendee_id, :act, :at, :way, :actor, :reason, :recorded_at);

-- name: of_chat
SELECT s.session_id, s.at, s.late, s.way, s.out_at, s.place, s.actor_chat_id AS actor
FROM attendees a JOIN presences s ON s.attendee_id = a.id
WHERE a.event_id = :event_id AND a.chat_id = :chat_id;

-- name: of_attendee
SELECT session_id, at, late, way, out_at, place, actor_chat_id AS actor FROM presences
WHERE event_id = :event_id AND attendee_id = :attendee_id;

-- name: count
SELECT COUNT(*) AS number FROM presences WHERE event_id = :event_id AND session_id = :session_id;

-- name: entries
SELECT p.id, p.chat_id, p.invited_id, p.letter, p.name, p.nip, p.position, p.institution, p.region,
    p.region_code, p.invitation_number, p.official,
    s.session_id, s.at, s.late, s.way, s.out_at, s.place, s.actor_chat_id AS actor, s.distance_m, s.accepted, h.name AS helper
FROM presences s JOIN people p ON p.id = s.attendee_id
LEFT JOIN helpers h ON h.event_id = s.event_id AND h.chat_id = s.actor_chat_id AND s.way IN ('card', 'search')
WHERE s.event_id = :event_id AND s.session_id = :session_id ORDER BY s.at, s.recorded_at, s.attendee_id;

-- name: trail
SELECT t.session_id, t.act, t.at, t.way, t.actor_chat_id AS actor, t.reason, t.recorded_at,
    COALESCE(h.name, p.name) AS actor_name
FROM attendance_trail t
LEFT JOIN helpers h ON h.event_id = t.event_id AND h.chat_id = t.actor_chat_id
LEFT JOIN participants p ON p.event_id = t.event_id AND p.chat_id = t.actor_chat_id
WHERE t.event_id = :event_id AND t.attendee_id = :attendee_id ORDER BY t.id;
