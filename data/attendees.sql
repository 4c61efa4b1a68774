-- name: add_chat
INSERT INTO attendees (event_id, chat_id) VALUES (:event_id, :chat_id)
ON CONFLICT (event_id, chat_id) WHERE chat_id IS NOT NULL DO NOTHING;

-- name: id_of_chat
SELECT id FROM attendees WHERE event_id = :event_id AND chat_id = :chat_id;

-- name: add_invited
INSERT INTO attendees (event_id, invited_id) VALUES (:event_id, :invited_id)
ON CONFLICT (event_id, invited_id) WHERE invited_id IS NOT NULL AND substitute_letter IS NULL DO NOTHING;

-- name: id_of_seat
SELECT id FROM attendees
WHERE event_id = :event_id AND invited_id = :invited_id AND substitute_letter IS NULL;

-- name: find_guest
SELECT id FROM attendees WHERE event_id = :event_id AND chat_id IS NULL AND invited_id IS NULL
    AND name = :name AND institution = :institution;

-- name: add_guest
INSERT INTO attendees (event_id, name, position, institution)
VALUES (:event_id, :name, :position, :institution) RETURNING id;

-- name: find_substitute
SELECT id FROM attendees WHERE event_id = :event_id AND invited_id = :invited_id AND chat_id IS NULL
    AND name = :name AND substitute_letter = :letter;

-- name: add_substitute
INSERT INTO attendees (event_id, invited_id, name, substitute_letter)
VALUES (:event_id, :invited_id, :name, :letter) RETURNING id;

-- name: ensure_card
INSERT INTO cards (token, attendee_id)
SELECT :token, :attendee_id WHERE NOT EXISTS (SELECT 1 FROM cards WHERE attendee_id = :attendee_id);

-- name: id_of_card
SELECT a.id FROM cards c JOIN attendees a ON a.id = c.attendee_id
WHERE c.token = :token AND a.event_id = :event_id;

-- name: card
SELECT MIN(token) AS token FROM cards WHERE attendee_id = :attendee_id HAVING COUNT(*) > 0;

-- name: find
SELECT id, chat_id, invited_id, letter, name, nip, position, institution, region, region_code,
    invitation_number, official
FROM people WHERE event_id = :event_id AND id = :attendee_id;

-- name: of_chat
SELECT id, chat_id, invited_id, letter, name, nip, position, institution, region, region_code,
    invitation_number, official
FROM people WHERE event_id = :event_id AND chat_id = :chat_id;

-- name: everybody
SELECT id, chat_id, invited_id, letter, name, nip, position, institution, region, region_code,
    invitation_number, official
FROM people WHERE event_id = :event_id ORDER BY name COLLATE NOCASE, id;

-- name: cards
SELECT p.id, p.chat_id, p.invited_id, p.letter, p.name, p.nip, p.position, p.institution, p.region,
    p.region_code, p.invitation_number, p.official, (SELECT MIN(token) FROM cards c WHERE c.attendee_id = p.id) AS token
FROM people p WHERE p.event_id = :event_id ORDER BY p.name COLLATE NOCASE, p.id;

-- name: chat_of
SELECT chat_id FROM attendees WHERE id = :attendee_id;

-- name: set_chat
UPDATE attendees SET chat_id = :chat_id WHERE id = :attendee_id;

-- name: set_seat
UPDATE attendees SET invited_id = :invited_id, substitute_letter = :letter WHERE id = :attendee_id;

-- name: keep_earlier
DELETE FROM presences WHERE attendee_id = :target AND EXISTS (
    SELECT 1 FROM presences o WHERE o.attendee_id = :source AND o.event_id = presences.event_id
        AND o.session_id = presences.session_id AND o.at < presences.at);

-- name: move_presences
UPDATE OR IGNORE presences SET attendee_id = :target WHERE attendee_id = :source;

-- name: drop_presences
DELETE FROM presences WHERE attendee_id = :source AND :target <> :source;

-- name: move_trail
UPDATE attendance_trail SET attendee_id = :target WHERE attendee_id = :source;

-- name: move_spot_checks
UPDATE OR IGNORE spot_check_people SET attendee_id = :target WHERE attendee_id = :source;

-- name: drop_spot_checks
DELETE FROM spot_check_people WHERE attendee_id = :source AND :target <> :source;

-- name: move_cards
UPDATE cards SET attendee_id = :target WHERE attendee_id = :source;

-- name: drop_attendee
DELETE FROM attendees WHERE id = :source AND :target <> :source;

-- name: forget_presences
DELETE FROM presences WHERE attendee_id IN (SELECT id FROM attendees WHERE chat_id = :chat_id);

-- name: forget_trail
DELETE FROM attendance_trail WHERE attendee_id IN (SELECT id FROM attendees WHERE chat_id = :chat_id);

-- name: forget_spot_checks
DELETE FROM spot_check_people WHERE attendee_id IN (SELECT id FROM attendees WHERE chat_id = :chat_id);

-- name: forget_seat
UPDATE attendees SET chat_id = NULL
WHERE chat_id = :chat_id AND invited_id IS NOT NULL AND substitute_letter IS NULL;

-- name: forget_cards
DELETE FROM cards WHERE attendee_id IN (SELECT id FROM attendees WHERE chat_id = :chat_id);

-- name: forget_attendee
DELETE FROM attendees WHERE chat_id = :chat_id;
