-- name: rate
INSERT INTO feedback (answer_key, event_id, session_id, rating, hour)
VALUES (:answer_key, :event_id, :session_id, :rating, :hour)
ON CONFLICT (answer_key) DO UPDATE SET rating = excluded.rating, hour = excluded.hour;

-- name: comment
UPDATE feedback SET comment = :comment, hour = :hour WHERE answer_key = :answer_key;

-- name: find
SELECT rating, comment FROM feedback WHERE answer_key = :answer_key;

-- name: subjects
SELECT DISTINCT event_id, session_id FROM feedback;

-- name: forget
DELETE FROM feedback WHERE answer_key = :answer_key;
