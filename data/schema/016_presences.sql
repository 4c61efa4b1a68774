-- The secret of each session's rotating code: it never leaves this file.
CREATE TABLE check_in_secrets (
    event_id   INTEGER NOT NULL REFERENCES events,
    session_id TEXT    NOT NULL,
    secret     BLOB    NOT NULL,
    PRIMARY KEY (event_id, session_id)
) WITHOUT ROWID;
INSERT INTO check_in_secrets (event_id, session_id, secret)
SELECT event_id, session_id, randomblob(20) FROM check_in_codes;
DROP TABLE check_in_codes;

-- Who is present now, by all that is known. ``recorded_at`` is when we wrote it, ``at`` when it was.
-- ``code_age`` is how many seconds the code had been on the screen.
-- ``place`` is what is known of where they were; ``accepted`` what the committee decided on that.
CREATE TABLE presences (
    event_id       INTEGER NOT NULL REFERENCES events,
    session_id     TEXT    NOT NULL,
    attendee_id    INTEGER NOT NULL REFERENCES attendees,
    at             REAL    NOT NULL,
    late           INTEGER NOT NULL,
    way            TEXT    NOT NULL,
    actor_chat_id  INTEGER,
    code_age       REAL,
    recorded_at    REAL    NOT NULL,
    out_at         REAL,
    out_way        TEXT,
    place          TEXT,
    distance_m     REAL,
    latitude       REAL,
    longitude      REAL,
    accepted       INTEGER,
    PRIMARY KEY (event_id, session_id, attendee_id)
) WITHOUT ROWID;
CREATE INDEX presences_attendee ON presences (attendee_id);

-- How each presence came about, and was corrected. Rows are added only; a person's leave with the person.
CREATE TABLE attendance_trail (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    event_id      INTEGER NOT NULL REFERENCES events,
    session_id    TEXT    NOT NULL,
    attendee_id   INTEGER NOT NULL REFERENCES attendees,
    act           TEXT    NOT NULL CHECK (act IN ('in', 'out', 'unmark', 'place', 'accept')),
    at            REAL    NOT NULL,
    way           TEXT    NOT NULL,
    actor_chat_id INTEGER,
    reason        TEXT,
    recorded_at   REAL    NOT NULL
);
CREATE INDEX attendance_trail_attendee ON attendance_trail (attendee_id, session_id);
CREATE INDEX attendance_trail_actor ON attendance_trail (event_id, actor_chat_id);
CREATE TRIGGER attendance_trail_stays
BEFORE UPDATE OF event_id, session_id, act, at, way, actor_chat_id, reason, recorded_at ON attendance_trail
BEGIN
    SELECT RAISE(ABORT, 'the trail is not rewritten');
END;

INSERT INTO presences (event_id, session_id, attendee_id, at, late, way, actor_chat_id, recorded_at)
SELECT o.event_id, o.session_id, a.id, o.at, o.late, 'code', o.chat_id, o.at
FROM attendance o JOIN attendees a ON a.event_id = o.event_id AND a.chat_id = o.chat_id;
INSERT INTO attendance_trail (event_id, session_id, attendee_id, act, at, way, actor_chat_id, recorded_at)
SELECT event_id, session_id, attendee_id, 'in', at, way, actor_chat_id, recorded_at FROM presences;
DROP TABLE attendance;

CREATE VIEW attendance AS
SELECT s.event_id, s.session_id, a.chat_id, s.at, s.late, s.attendee_id, s.way, s.out_at
FROM presences s JOIN attendees a ON a.id = s.attendee_id;

-- Six digits that are nobody's code: who sends too many has to wait.
CREATE TABLE code_guesses (
    chat_id   INTEGER NOT NULL,
    at        REAL    NOT NULL,
    update_id INTEGER NOT NULL,
    PRIMARY KEY (chat_id, update_id)
) WITHOUT ROWID;
