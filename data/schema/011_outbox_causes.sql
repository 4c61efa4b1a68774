-- Why a message has not arrived, or not yet: each cause has its own follow-up.
ALTER TABLE outbox ADD COLUMN cause TEXT
    CHECK (cause IN ('blocked', 'deactivated', 'not_found', 'too_long', 'network', 'other'));
UPDATE outbox SET cause = CASE
    WHEN failure LIKE '%blocked%' THEN 'blocked'
    WHEN failure LIKE '%deactivated%' THEN 'deactivated'
    WHEN failure LIKE '%chat not found%' THEN 'not_found'
    WHEN failure LIKE '%too long%' THEN 'too_long'
    ELSE 'other' END
WHERE state = 'failed';
CREATE INDEX outbox_failed ON outbox (cause) WHERE state = 'failed';
