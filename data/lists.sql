-- name: issue
INSERT INTO issued_lists (code, event_id, scope, title, people, issued_at)
VALUES (:code, :event_id, :scope, :title, :people, :now)
ON CONFLICT (code) DO NOTHING;

-- name: issued
SELECT code, event_id, scope, title, people, issued_at FROM issued_lists WHERE code = :code;
