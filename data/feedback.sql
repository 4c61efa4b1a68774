-- name: answer
INSERT INTO feedback_answers (answer_key, question, event_id, session_id, value, text, hour)
VALUES (:answer_key, :question, :event_id, :session_id, :value, :text, :hour)
ON CONFLICT (answer_key, question) DO UPDATE SET value = excluded.value, text = excluded.text, hour = excluded.hour;

-- name: take_back
DELETE FROM feedback_answers WHERE answer_key = :answer_key AND question = :question;

-- name: find
SELECT question, value, text FROM feedback_answers WHERE answer_key = :answer_key;

-- name: subjects
SELECT DISTINCT event_id, session_id FROM feedback_answers;

-- name: forget
DELETE FROM feedback_answers WHERE answer_key = :answer_key;
