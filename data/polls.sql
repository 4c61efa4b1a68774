-- name: prepare
INSERT INTO polls (event_id, key, session_id, question, kind, options, correct, shows)
VALUES (:event_id, :key, :session_id, :question, :kind, :options, :correct, :shows)
ON CONFLICT (event_id, key) DO UPDATE SET session_id = excluded.session_id, question = excluded.question,
    kind = excluded.kind, options = excluded.options, correct = excluded.correct, shows = excluded.shows
    WHERE state = 'draft';

-- name: withdraw
-- Keys of those made in the chat have a colon.
DELETE FROM polls WHERE event_id = :event_id AND state = 'draft' AND instr(key, ':') = 0
    AND key NOT IN (SELECT value FROM json_each(:keys));

-- name: by_key
SELECT id FROM polls WHERE event_id = :event_id AND key = :key;

-- name: all
SELECT id, key, session_id, question, kind, options, correct, shows, state, opened_at, closed_at FROM polls
WHERE event_id = :event_id ORDER BY id;

-- name: shown
SELECT id, key, session_id, question, kind, options, correct, shows, state, opened_at, closed_at FROM polls
WHERE event_id = :event_id AND (state = 'open' OR closed_at > :since) ORDER BY id;

-- name: find
SELECT id, key, session_id, question, kind, options, correct, shows, state, opened_at, closed_at FROM polls
WHERE id = :id;

-- name: open
UPDATE polls SET state = 'open', opened_at = :now WHERE id = :id AND state = 'draft';

-- name: discard
DELETE FROM polls WHERE id = :id AND state = 'draft';

-- name: close
UPDATE polls SET state = 'closed', closed_at = :now WHERE id = :id AND state = 'open';

-- name: show
UPDATE polls SET shows = :shows WHERE id = :id AND state <> 'closed';

-- name: address
-- To those present in its session; to all who are registered where nobody checked in.
INSERT INTO outbox (key, kind, subject, chat_id, priority, not_before, useless_after)
SELECT 'poll:' || :id || ':' || p.chat_id, 'poll', CAST(:id AS TEXT), p.chat_id, :priority, :now, NULL
FROM participants p JOIN chats c ON c.chat_id = p.chat_id
WHERE p.event_id = :event_id AND c.blocked_at IS NULL AND (
    EXISTS (SELECT 1 FROM attendance a
        WHERE a.event_id = p.event_id AND a.session_id = :session_id AND a.chat_id = p.chat_id)
    OR NOT EXISTS (SELECT 1 FROM attendance a WHERE a.event_id = p.event_id AND a.session_id = :session_id))
ON CONFLICT (key) DO NOTHING;

-- name: latecomers
-- Those that the same rule finds by now, of all open polls, and whom none was sent yet.
SELECT DISTINCT q.id FROM polls q
JOIN participants p ON p.event_id = q.event_id JOIN chats c ON c.chat_id = p.chat_id
WHERE q.event_id = :event_id AND q.state = 'open' AND c.blocked_at IS NULL AND (
    EXISTS (SELECT 1 FROM attendance a
        WHERE a.event_id = p.event_id AND a.session_id = q.session_id AND a.chat_id = p.chat_id)
    OR NOT EXISTS (SELECT 1 FROM attendance a WHERE a.event_id = p.event_id AND a.session_id = q.session_id))
    AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.key = 'poll:' || q.id || ':' || p.chat_id);

-- name: closings
INSERT INTO outbox (key, kind, subject, chat_id, priority, not_before)
SELECT 'poll_close:' || telegram_id, 'poll_close', CAST(message_id AS TEXT), chat_id, :priority, :now
FROM poll_messages WHERE poll_id = :id AND message_id IS NOT NULL
ON CONFLICT (key) DO NOTHING;

-- name: sent
INSERT INTO poll_messages (telegram_id, poll_id, chat_id, message_id)
VALUES (:telegram_id, :poll_id, :chat_id, :message_id)
ON CONFLICT (telegram_id) DO UPDATE SET message_id = COALESCE(excluded.message_id, message_id);

-- name: by_telegram
SELECT poll_id FROM poll_messages WHERE telegram_id = :telegram_id;

-- name: on_its_way
-- A vote can be faster than the note that the poll was sent, and a crash can lose that note.
SELECT CAST(subject AS INTEGER) AS poll_id FROM outbox
WHERE kind = 'poll' AND chat_id = :chat_id AND attempts > 0 AND state IN ('sending', 'waiting');

-- name: vote
INSERT INTO poll_votes (poll_id, voter_key, choices) VALUES (:poll_id, :voter_key, :choices)
ON CONFLICT (poll_id, voter_key) DO UPDATE SET choices = excluded.choices;

-- name: retract
DELETE FROM poll_votes WHERE poll_id = :poll_id AND voter_key = :voter_key;

-- name: votes
SELECT poll_id, choices FROM poll_votes WHERE poll_id IN (SELECT value FROM json_each(:ids));

-- name: known
SELECT id FROM polls;

-- name: forget_messages
DELETE FROM poll_messages WHERE chat_id = :chat_id;
