-- name: save
INSERT INTO invited (event_id, natural_key, number, name, nip, position, institution, region, region_code,
    invitation_number, code)
VALUES (:event_id, :natural_key, :number, :name, :nip, :position, :institution, :region, :region_code,
    :invitation_number, :code)
ON CONFLICT (event_id, natural_key) DO UPDATE SET
    number = excluded.number, name = excluded.name, nip = excluded.nip, position = excluded.position,
    institution = excluded.institution, region = excluded.region, region_code = excluded.region_code,
    invitation_number = excluded.invitation_number, code = COALESCE(excluded.code, code)
RETURNING id;

-- name: free_code
-- It may have gone from one line to another.
UPDATE invited SET code = NULL WHERE event_id = :event_id AND code = :code;

-- name: count
SELECT COUNT(*) AS number FROM invited WHERE event_id = :event_id;

-- name: seats
SELECT i.id, i.name, i.nip, i.position, i.institution, i.region, i.region_code, i.invitation_number, i.code,
    a.chat_id
FROM invited i LEFT JOIN attendees a ON a.invited_id = i.id AND a.substitute_letter IS NULL
WHERE i.event_id = :event_id ORDER BY i.number, i.id;

-- name: find
SELECT i.id, i.name, i.nip, i.position, i.institution, i.region, i.region_code, i.invitation_number, i.code,
    a.chat_id
FROM invited i LEFT JOIN attendees a ON a.invited_id = i.id AND a.substitute_letter IS NULL
WHERE i.event_id = :event_id AND i.id = :seat_id;

-- name: of_code
SELECT i.id, i.name, i.nip, i.position, i.institution, i.region, i.region_code, i.invitation_number, i.code,
    a.chat_id
FROM invited i LEFT JOIN attendees a ON a.invited_id = i.id AND a.substitute_letter IS NULL
WHERE i.event_id = :event_id AND i.code = :code COLLATE NOCASE;

-- name: turnout
-- CROSS JOIN keeps the order: by the seat's people, not by everybody who is present.
SELECT i.id, i.name, i.nip, i.position, i.institution, i.region, i.region_code, i.invitation_number, i.code,
    a.chat_id,
    EXISTS (SELECT 1 FROM attendees o CROSS JOIN presences s ON s.attendee_id = o.id
        WHERE o.invited_id = i.id AND s.session_id = :session_id AND s.event_id = :event_id) AS is_present
FROM invited i LEFT JOIN attendees a ON a.invited_id = i.id AND a.substitute_letter IS NULL
WHERE i.event_id = :event_id ORDER BY i.number, i.id;
