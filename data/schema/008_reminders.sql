-- What has been planned into the outbox, so that nothing is planned twice.
CREATE TABLE reminder_plans (
    event_id   INTEGER NOT NULL REFERENCES events,
    key        TEXT    NOT NULL,
    planned_at REAL    NOT NULL,
    recipients INTEGER NOT NULL,
    PRIMARY KEY (event_id, key)
) WITHOUT ROWID;
