-- name: draft
INSERT INTO broadcasts (event_id, author_chat_id, update_id, kind, file_id, html, created_at)
VALUES (:event_id, :author_chat_id, :update_id, :kind, :file_id, :html, :now)
ON CONFLICT (author_chat_id, update_id) DO NOTHING;

-- name: id_of
SELECT id FROM broadcasts WHERE author_chat_id = :author_chat_id AND update_id = :update_id;

-- name: find
SELECT * FROM broadcasts WHERE id = :id;

-- name: recent
SELECT * FROM broadcasts WHERE event_id = :event_id AND state <> 'draft' AND NOT (state = 'cancelled' AND stream IS NULL)
ORDER BY id DESC LIMIT :limit;

-- name: set_buttons
UPDATE broadcasts SET buttons = :buttons WHERE id = :id AND state = 'draft';

-- name: set_segment
UPDATE broadcasts SET segment = :segment, segment_value = :value WHERE id = :id AND state = 'draft';

-- name: set_send_at
UPDATE broadcasts SET send_at = :send_at WHERE id = :id AND state = 'draft';

-- name: schedule
UPDATE broadcasts SET state = 'scheduled' WHERE id = :id AND state = 'draft' AND send_at > :now;

-- name: start
UPDATE broadcasts SET state = 'running', started_at = :now
WHERE id = :id AND state IN ('draft', 'scheduled');

-- name: address
-- One statement for all recipients, however many.
INSERT INTO outbox (key, kind, subject, chat_id, priority, not_before, stream)
SELECT 'broadcast:' || :id || ':' || chat_id, :kind, CAST(:id AS TEXT), chat_id, :priority, :now, :stream
FROM ({recipients}) WHERE TRUE
ON CONFLICT (key) DO NOTHING;

-- name: set_recipients
UPDATE broadcasts SET recipients = :recipients, stream = :stream WHERE id = :id;

-- name: set_html
UPDATE broadcasts SET html = :html WHERE id = :id;

-- name: due
SELECT id FROM broadcasts WHERE state = 'scheduled' AND send_at <= :now ORDER BY send_at, id;

-- name: next_start
SELECT MIN(send_at) AS due FROM broadcasts WHERE state = 'scheduled';

-- name: pause
UPDATE broadcasts SET state = 'paused' WHERE id = :id AND state = 'running';

-- name: resume
UPDATE broadcasts SET state = 'running' WHERE id = :id AND state = 'paused';

-- name: cancel
UPDATE broadcasts SET state = 'cancelled', ended_at = :now
WHERE id = :id AND state IN ('scheduled', 'running', 'paused');

-- name: discard
UPDATE broadcasts SET state = 'cancelled' WHERE id = :id AND state = 'draft';

-- name: under_way
-- What runs or could go on, and what was ended while some of it was in hand.
SELECT * FROM broadcasts WHERE state IN ('running', 'paused') OR state = 'cancelled' AND EXISTS (
    SELECT 1 FROM outbox WHERE outbox.stream = broadcasts.stream AND outbox.state = 'sending'
);

-- name: end
UPDATE broadcasts SET state = 'done', ended_at = :now WHERE id = :id AND state IN ('running', 'paused');

-- name: drop_cancelled
-- What waits in streams that are closed for good; so many at a time, as others want to write too.
UPDATE outbox SET state = 'dropped', finished_at = :now, failure = 'cancelled'
WHERE id IN (
    SELECT o.id FROM (
        SELECT stream FROM broadcasts WHERE state = 'cancelled'
        UNION ALL
        SELECT stream FROM broadcast_changes WHERE state = 'done'
    ) closed JOIN outbox o ON o.stream = closed.stream AND o.state = 'waiting' LIMIT :limit
);

-- name: is_being_changed
SELECT EXISTS (SELECT 1 FROM broadcast_changes WHERE broadcast_id = :id AND state = 'confirmed') AS is_being_changed;

-- name: watch
INSERT INTO broadcast_watches (chat_id, message_id, broadcast_id, shown)
VALUES (:chat_id, :message_id, :broadcast_id, :shown)
ON CONFLICT (chat_id, message_id) DO UPDATE SET broadcast_id = excluded.broadcast_id, shown = excluded.shown;

-- name: note_shown
UPDATE broadcast_watches SET shown = :shown
WHERE chat_id = :chat_id AND message_id = :message_id AND broadcast_id = :broadcast_id;

-- name: unwatch_elsewhere
DELETE FROM broadcast_watches
WHERE chat_id = :chat_id AND broadcast_id = :broadcast_id AND message_id <> :message_id;

-- name: unwatch
DELETE FROM broadcast_watches WHERE chat_id = :chat_id AND message_id = :message_id;

-- name: watches
SELECT chat_id, message_id, broadcast_id, shown FROM broadcast_watches;

-- name: forget
-- What is on its way to others goes on, without its author.
UPDATE broadcasts SET author_chat_id = -id WHERE author_chat_id = :chat_id;

-- name: forget_changes
UPDATE broadcast_changes SET author_chat_id = -id WHERE author_chat_id = :chat_id;

-- name: forget_watches
DELETE FROM broadcast_watches WHERE chat_id = :chat_id;

-- name: report
-- Everybody it was for, in order of sending.
SELECT p.name, p.institution, substr(p.region_code, 1, 2) AS province, o.state, o.finished_at, o.failure,
    r.state IS 'sent' AS is_recalled
FROM outbox o
LEFT JOIN participants p ON p.event_id = :event_id AND p.chat_id = o.chat_id
LEFT JOIN broadcast_changes c ON c.broadcast_id = :id AND c.kind = 'recall'
LEFT JOIN outbox r ON r.key = 'broadcast_recall:' || c.id || ':' || o.chat_id
WHERE o.stream = :stream ORDER BY o.id;

-- name: report_numbers
SELECT o.state, r.state IS 'sent' AS is_recalled, COUNT(*) AS number
FROM outbox o
LEFT JOIN broadcast_changes c ON c.broadcast_id = :id AND c.kind = 'recall'
LEFT JOIN outbox r ON r.key = 'broadcast_recall:' || c.id || ':' || o.chat_id
WHERE o.stream = :stream GROUP BY 1, 2;
