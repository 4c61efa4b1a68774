-- name: running_in
SELECT id FROM spot_checks WHERE event_id = :event_id AND session_id = :session_id AND ends_at > :now;

-- name: of_update
SELECT id FROM spot_checks WHERE starter_chat_id = :chat_id AND update_id = :update_id;

-- name: add
INSERT INTO spot_checks (event_id, session_id, code, started_at, ends_at, starter_chat_id, update_id)
VALUES (:event_id, :session_id, :code, :now, :ends_at, :chat_id, :update_id) RETURNING id;

-- name: ask
INSERT INTO spot_check_people (check_id, attendee_id)
SELECT :check_id, attendee_id FROM presences
WHERE event_id = :event_id AND session_id = :session_id AND out_at IS NULL;

-- name: chats
SELECT a.chat_id FROM spot_check_people s JOIN attendees a ON a.id = s.attendee_id
JOIN chats c ON c.chat_id = a.chat_id
WHERE s.check_id = :check_id AND c.blocked_at IS NULL ORDER BY a.id;

-- name: of_code
SELECT id, session_id, started_at, ends_at FROM spot_checks
WHERE event_id = :event_id AND code = :code AND started_at <= :now AND ends_at > :now - 1800
ORDER BY id DESC LIMIT 1;

-- name: person
SELECT answered_at FROM spot_check_people WHERE check_id = :check_id AND attendee_id = :attendee_id;

-- name: answer
UPDATE spot_check_people SET answered_at = :now
WHERE check_id = :check_id AND attendee_id = :attendee_id AND answered_at IS NULL;

-- name: find
SELECT c.id, c.session_id, c.code, c.started_at, c.ends_at,
    (SELECT COUNT(*) FROM spot_check_people p WHERE p.check_id = c.id) AS asked,
    (SELECT COUNT(*) FROM spot_check_people p WHERE p.check_id = c.id AND p.answered_at IS NOT NULL) AS answered
FROM spot_checks c WHERE c.id = :check_id;

-- name: of_session
SELECT c.id, c.session_id, c.code, c.started_at, c.ends_at,
    (SELECT COUNT(*) FROM spot_check_people p WHERE p.check_id = c.id) AS asked,
    (SELECT COUNT(*) FROM spot_check_people p WHERE p.check_id = c.id AND p.answered_at IS NOT NULL) AS answered
FROM spot_checks c WHERE c.event_id = :event_id AND c.session_id = :session_id ORDER BY c.id DESC;

-- name: running
SELECT c.id, c.session_id, c.code, c.started_at, c.ends_at,
    (SELECT COUNT(*) FROM spot_check_people p WHERE p.check_id = c.id) AS asked,
    (SELECT COUNT(*) FROM spot_check_people p WHERE p.check_id = c.id AND p.answered_at IS NOT NULL) AS answered
FROM spot_checks c WHERE c.event_id = :event_id AND c.started_at <= :now AND c.ends_at > :now ORDER BY c.id;

-- name: silent
SELECT p.id, p.chat_id, p.invited_id, p.letter, p.name, p.nip, p.position, p.institution, p.region,
    p.region_code, p.invitation_number, p.official
FROM spot_check_people s JOIN people p ON p.id = s.attendee_id
WHERE s.check_id = :check_id AND p.event_id = :event_id AND s.answered_at IS NULL
ORDER BY p.name COLLATE NOCASE, p.id;
