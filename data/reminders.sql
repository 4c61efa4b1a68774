-- name: plans
SELECT key, planned_at FROM reminder_plans WHERE event_id = :event_id;

-- name: unplan
-- What was planned later than now was planned by a clock that was set back since.
UPDATE reminder_plans SET planned_at = 0 WHERE event_id = :event_id AND planned_at > :now;

-- name: record
INSERT INTO reminder_plans (event_id, key, planned_at, recipients, dropped)
VALUES (:event_id, :key, :now, :recipients, :dropped)
ON CONFLICT (event_id, key) DO UPDATE SET planned_at = excluded.planned_at,
    recipients = recipients + excluded.recipients, dropped = excluded.dropped;

-- name: reachable
SELECT COUNT(*) AS people FROM participants p JOIN chats c ON c.chat_id = p.chat_id
WHERE p.event_id = :event_id AND p.reminders > 0 AND c.blocked_at IS NULL;

-- name: concerned
-- Whom of the chats from :first_chat to :last_chat a reminder of the sessions concerns, and with which of them.
SELECT COUNT(DISTINCT i.chat_id) AS people, json_group_array(DISTINCT i.session_id) AS sessions
FROM interests i
WHERE i.event_id = :event_id AND i.chat_id BETWEEN :first_chat AND :last_chat
    AND i.session_id IN (SELECT value FROM json_each(:sessions))
    AND (i.is_starred OR (
        i.reminders = 1 AND i.kind IN (SELECT value FROM json_each(:kinds))
        AND NOT (:one_of_parallel AND i.is_passed_over)))
    AND NOT (:skip_present AND i.is_present);

-- name: address_reminder
-- The same, each with what is new to them: one has been told of a session that began then, or a little before.
INSERT INTO outbox (key, kind, subject, chat_id, priority, not_before, useless_after)
SELECT :event_id || ':reminder:' || :start || ':' || MIN(i.session_id) || ':' || i.chat_id, 'reminder',
    json_object('sessions', json_group_array(i.session_id), 'start', :start),
    i.chat_id, :priority, :due, :useless_after
FROM interests i
WHERE i.event_id = :event_id
    AND i.session_id IN (SELECT value FROM json_each(:sessions))
    AND (i.is_starred OR (
        i.reminders = 1 AND i.kind IN (SELECT value FROM json_each(:kinds))
        AND NOT (:one_of_parallel AND i.is_passed_over)))
    AND NOT (:skip_present AND i.is_present)
    AND NOT (:is_known AND EXISTS (
        SELECT 1 FROM outbox o, json_each(o.subject, '$.sessions') told
        WHERE o.chat_id = i.chat_id AND o.kind = 'reminder' AND o.state <> 'dropped'
            AND o.key GLOB :event_id || ':*' AND told.value = i.session_id
            AND CASE o.kind WHEN 'reminder' THEN json_extract(o.subject, '$.start') END
                BETWEEN :start - :same_start AND :start))
GROUP BY i.chat_id
ON CONFLICT (key) DO UPDATE SET state = 'waiting', attempts = 0, failure = NULL, finished_at = NULL,
    subject = excluded.subject, not_before = excluded.not_before, useless_after = excluded.useless_after
    WHERE state = 'dropped';

-- name: address_feedback
-- Those who were present, for the survey anywhere; all who were registered in time where nobody checked in.
INSERT INTO outbox (key, kind, subject, chat_id, priority, not_before, useless_after)
SELECT :event_id || ':' || :key || ':' || p.chat_id, :kind,
    json_object('sessions', json_array(:session_id), 'request', :event_id || ':' || :request || ':' || p.chat_id),
    p.chat_id, :priority, :due, :useless_after
FROM participants p JOIN chats c ON c.chat_id = p.chat_id
WHERE p.event_id = :event_id AND p.reminders > 0 AND c.blocked_at IS NULL AND p.registered_at <= :due
    AND (
        EXISTS (SELECT 1 FROM attendance a
            WHERE a.event_id = p.event_id AND (a.session_id = :session_id OR :is_survey) AND a.chat_id = p.chat_id)
        OR NOT EXISTS (SELECT 1 FROM attendance a
            WHERE a.event_id = p.event_id AND (a.session_id = :session_id OR :is_survey))
    )
ON CONFLICT (key) DO UPDATE SET state = 'waiting', attempts = 0, failure = NULL, finished_at = NULL,
    not_before = excluded.not_before, useless_after = excluded.useless_after
    WHERE state = 'dropped';

-- name: hasten
-- What a wrong clock had put off.
UPDATE outbox SET not_before = :due
WHERE state = 'waiting' AND kind = :kind AND key GLOB :prefix || '*' AND not_before > :due;

-- name: told
SELECT told.value AS session_id, json_extract(o.subject, '$.start') AS start
FROM outbox o, json_each(o.subject, '$.sessions') told
WHERE o.chat_id = :chat_id AND o.kind = 'reminder' AND o.state = 'sent' AND o.key GLOB :event_id || ':*'
ORDER BY o.id;

-- name: tally
SELECT (SELECT COALESCE(SUM(dropped), 0) FROM reminder_plans)
    + (SELECT COUNT(*) FROM outbox WHERE kind IN ('reminder', 'feedback_request')
        AND state = 'dropped' AND failure = :too_late) AS dropped,
    (SELECT COUNT(*) FROM outbox WHERE kind IN ('reminder', 'feedback_request') AND state = 'sent') AS sent;
