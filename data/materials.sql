-- name: upload
SELECT file_id FROM uploads WHERE bot_id = :bot_id AND digest = :digest;

-- name: keep_upload
INSERT INTO uploads (bot_id, digest, file_id) VALUES (:bot_id, :digest, :file_id)
ON CONFLICT (bot_id, digest) DO UPDATE SET file_id = excluded.file_id;

-- name: forget_upload
DELETE FROM uploads WHERE bot_id = :bot_id AND digest = :digest;

-- name: wait_for
INSERT INTO material_waits (event_id, session_id, file, chat_id)
VALUES (:event_id, :session_id, :file, :chat_id) ON CONFLICT DO NOTHING;

-- name: awaited
SELECT DISTINCT session_id, file FROM material_waits WHERE event_id = :event_id;

-- name: announce
INSERT INTO outbox (key, kind, subject, chat_id, priority, not_before)
SELECT 'material:' || event_id || ':' || session_id || ':' || file || ':' || chat_id || ':' || CAST(:now AS INTEGER),
    'material', :subject, chat_id, :priority, :now
FROM material_waits WHERE event_id = :event_id AND session_id = :session_id AND file = :file
ON CONFLICT (key) DO NOTHING;

-- name: end_wait
DELETE FROM material_waits WHERE event_id = :event_id AND session_id = :session_id AND file = :file;

-- name: forget
DELETE FROM material_waits WHERE chat_id = :chat_id;
