-- name: last_asked
SELECT s.session_id, s.attendee_id, s.at, s.place FROM presences s JOIN attendees a ON a.id = s.attendee_id
WHERE a.event_id = :event_id AND a.chat_id = :chat_id AND s.place IS NOT NULL
ORDER BY s.at DESC LIMIT 1;

-- name: set
UPDATE presences SET place = :place, distance_m = :distance_m, latitude = :latitude, longitude = :longitude
WHERE event_id = :event_id AND session_id = :session_id AND attendee_id = :attendee_id;

-- name: accept
UPDATE presences SET accepted = 1
WHERE event_id = :event_id AND session_id = :session_id AND attendee_id = :attendee_id
    AND accepted IS NULL;
