-- name: count_again
UPDATE unknown_questions SET times = times + 1, last_at = :now WHERE event_id = :event_id AND key = :key
RETURNING leader, settled;

-- name: add
INSERT INTO unknown_questions (event_id, key, text, leader, times, last_at, settled)
VALUES (:event_id, :key, :text, :leader, :times, :now, :settled)
RETURNING id;

-- name: lead_itself
UPDATE unknown_questions SET leader = id WHERE id = :id;

-- name: leader_of
SELECT leader FROM unknown_questions WHERE event_id = :event_id AND key = :key;

-- name: leader_now
SELECT settled FROM unknown_questions WHERE event_id = :event_id AND id = :leader;

-- name: leaders
SELECT id, key FROM unknown_questions
WHERE event_id = :event_id AND leader = id AND (settled IS NULL OR settled = 'dismissed');

-- name: settle
UPDATE unknown_questions SET settled = :settled, topic = :topic WHERE event_id = :event_id AND leader = :leader;

-- name: reopen_topic
UPDATE unknown_questions SET settled = NULL, topic = NULL
WHERE event_id = :event_id AND settled = :settled AND topic = :topic;

-- name: groups
SELECT leader AS id, SUM(times) AS times, COUNT(*) AS variants, MAX(last_at) AS last_at, settled, topic,
    (SELECT text FROM unknown_questions u WHERE u.id = q.leader) AS text
FROM unknown_questions q
WHERE event_id = :event_id AND (settled IS NULL) = :is_open AND settled IS NOT 'dismissed'
GROUP BY leader HAVING SUM(times) > 0 OR NOT :is_open
ORDER BY times DESC, last_at DESC, id LIMIT :limit OFFSET :offset;

-- name: count_groups
SELECT COUNT(DISTINCT leader) AS number FROM unknown_questions
WHERE event_id = :event_id AND (settled IS NULL) = :is_open AND settled IS NOT 'dismissed'
    AND (times > 0 OR NOT :is_open);

-- name: group
SELECT leader AS id, SUM(times) AS times, COUNT(*) AS variants, MAX(last_at) AS last_at, settled, topic,
    (SELECT text FROM unknown_questions u WHERE u.id = q.leader) AS text
FROM unknown_questions q WHERE event_id = :event_id AND leader = :leader GROUP BY leader;

-- name: variants
SELECT text FROM unknown_questions WHERE leader = :leader AND id <> :leader ORDER BY times DESC, id LIMIT :limit;

-- name: lessons
SELECT text, settled AS kind, topic FROM unknown_questions
WHERE event_id = :event_id AND settled IN ('session', 'faq') ORDER BY id;

-- name: forget_before
DELETE FROM unknown_questions WHERE leader IN (
    SELECT leader FROM unknown_questions
    WHERE settled IS NULL OR settled = 'dismissed' GROUP BY leader HAVING MAX(last_at) < :instant
);

-- name: make_room
-- The least asked of too many, the oldest of these first.
DELETE FROM unknown_questions WHERE leader IN (
    SELECT leader FROM unknown_questions
    WHERE event_id = :event_id AND settled IS NULL
    GROUP BY leader ORDER BY SUM(times) DESC, MAX(last_at) DESC, leader LIMIT -1 OFFSET :limit
);

-- name: changed
UPDATE events SET revision = revision + 1 WHERE id = :event_id;

-- name: add_faq
INSERT INTO added_faq (event_id, question, answer, source, created_at)
VALUES (:event_id, :question, :answer, :source, :now)
RETURNING id;

-- name: faq_of_source
SELECT id, question, answer, source FROM added_faq WHERE source = :source;

-- name: faq_of
SELECT id, question, answer, source FROM added_faq WHERE event_id = :event_id AND id = :id;

-- name: faq_of_leader
SELECT f.id, f.question, f.answer, f.source FROM unknown_questions u
JOIN added_faq f ON f.event_id = u.event_id AND u.topic = 'panitia-' || f.id
WHERE u.event_id = :event_id AND u.id = :leader AND u.settled = 'faq';

-- name: all_faq
SELECT id, question, answer, source FROM added_faq WHERE event_id = :event_id ORDER BY id;

-- name: rewrite_question
UPDATE added_faq SET question = :text WHERE event_id = :event_id AND id = :id;

-- name: rewrite_answer
UPDATE added_faq SET answer = :text WHERE event_id = :event_id AND id = :id;

-- name: remove_faq
DELETE FROM added_faq WHERE event_id = :event_id AND id = :id;

-- name: forget
-- What only this person has written so, while it is known as theirs: it is in no use.
DELETE FROM unknown_questions WHERE times = 1 AND settled IS NULL
    AND text IN (SELECT text FROM helpdesk_questions WHERE chat_id = :chat_id)
    AND NOT EXISTS (SELECT 1 FROM unknown_questions o WHERE o.leader = unknown_questions.id AND o.id <> o.leader);
