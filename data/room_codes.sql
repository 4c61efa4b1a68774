-- name: add
INSERT INTO check_in_secrets (event_id, session_id, secret) VALUES (:event_id, :session_id, :secret)
ON CONFLICT DO NOTHING;

-- name: of_event
SELECT session_id, secret FROM check_in_secrets WHERE event_id = :event_id ORDER BY session_id;

-- name: of_others
SELECT secret FROM check_in_secrets WHERE event_id <> :event_id;
