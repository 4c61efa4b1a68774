-- name: find
SELECT kind, step, draft FROM dialogs WHERE chat_id = :chat_id;

-- name: kind
SELECT kind FROM dialogs WHERE chat_id = :chat_id;

-- name: save
INSERT INTO dialogs (chat_id, kind, step, draft, updated_at)
VALUES (:chat_id, :kind, :step, :draft, :now)
ON CONFLICT (chat_id) DO UPDATE SET
    kind = excluded.kind, step = excluded.step, draft = excluded.draft, updated_at = excluded.updated_at;

-- name: close
DELETE FROM dialogs WHERE chat_id = :chat_id;
