-- name: entries
SELECT s.session_id, s.attendee_id, s.at, s.late, s.way, s.out_at, s.place, s.distance_m, s.accepted,
    p.name, p.nip, p.position, p.institution, p.region, p.region_code, p.invited_id, p.letter, p.official
FROM presences s JOIN people p ON p.id = s.attendee_id
WHERE s.event_id = :event_id AND s.session_id IN (SELECT value FROM json_each(:sessions))
ORDER BY s.at, s.attendee_id;

-- name: invited
SELECT COUNT(*) AS number FROM invited WHERE event_id = :event_id;

-- name: issue
INSERT INTO issued_lists (code, event_id, scope, title, people, issued_at)
VALUES (:code, :event_id, :scope, :title, :people, :now)
ON CONFLICT (code) DO NOTHING;

-- name: issued
SELECT code, event_id, scope, title, people, issued_at FROM issued_lists WHERE code = :code;
