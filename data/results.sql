-- name: counts
-- In order of the answers: the comment that came first does not stand first.
SELECT session_id, question, value, NULL AS text, COUNT(*) AS number FROM feedback_answers
WHERE event_id = :event_id AND value IS NOT NULL GROUP BY session_id, question, value
UNION ALL
SELECT session_id, question, NULL AS value, text, COUNT(*) AS number FROM feedback_answers
WHERE event_id = :event_id AND value IS NULL GROUP BY session_id, question, text;

-- name: people
SELECT session_id, COUNT(DISTINCT answer_key) AS people FROM feedback_answers
WHERE event_id = :event_id GROUP BY session_id;

-- name: answers
-- In order of the keys: whoever answered first does not stand first.
SELECT answer_key, question, value, text FROM feedback_answers
WHERE event_id = :event_id AND session_id = :session_id ORDER BY answer_key, question;

-- name: present
SELECT session_id, COUNT(*) AS people FROM attendance WHERE event_id = :event_id GROUP BY session_id
UNION ALL
SELECT '_', COUNT(DISTINCT chat_id) FROM attendance WHERE event_id = :event_id;

-- name: registered
SELECT COUNT(*) AS people FROM participants WHERE event_id = :event_id;
