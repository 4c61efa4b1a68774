-- Petugas: who scans participants' cards and marks them.
CREATE TABLE helpers (
    event_id INTEGER NOT NULL REFERENCES events,
    chat_id  INTEGER NOT NULL,
    name     TEXT    NOT NULL,
    joined_at REAL   NOT NULL,
    PRIMARY KEY (event_id, chat_id)
) WITHOUT ROWID;

CREATE TABLE helper_invitations (
    event_id   INTEGER PRIMARY KEY REFERENCES events,
    token      TEXT    NOT NULL UNIQUE,
    expires_at REAL    NOT NULL
);

-- A surprise code in the middle of a session, for those who are recorded as present.
CREATE TABLE spot_checks (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    event_id        INTEGER NOT NULL REFERENCES events,
    session_id      TEXT    NOT NULL,
    code            TEXT    NOT NULL,
    started_at      REAL    NOT NULL,
    ends_at         REAL    NOT NULL,
    starter_chat_id INTEGER NOT NULL,
    update_id       INTEGER NOT NULL,
    UNIQUE (starter_chat_id, update_id)
);
CREATE INDEX spot_checks_session ON spot_checks (event_id, session_id);

CREATE TABLE spot_check_people (
    check_id    INTEGER NOT NULL REFERENCES spot_checks ON DELETE CASCADE,
    attendee_id INTEGER NOT NULL REFERENCES attendees,
    answered_at REAL,
    PRIMARY KEY (check_id, attendee_id)
) WITHOUT ROWID;
CREATE INDEX spot_check_people_attendee ON spot_check_people (attendee_id);
