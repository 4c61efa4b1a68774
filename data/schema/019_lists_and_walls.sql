-- The attendance lists that were handed out, so that a verification code can be looked up. No names: those who are
-- deleted stand on no list of ours any more.
CREATE TABLE issued_lists (
    code      TEXT    PRIMARY KEY,
    event_id  INTEGER NOT NULL REFERENCES events,
    scope     TEXT    NOT NULL,
    title     TEXT    NOT NULL,
    people    INTEGER NOT NULL,
    issued_at REAL    NOT NULL
) WITHOUT ROWID;

-- The secret address of each room's projector wall; room "*" is the overview of all rooms.
CREATE TABLE walls (
    event_id INTEGER NOT NULL REFERENCES events,
    room     TEXT    NOT NULL,
    secret   TEXT    NOT NULL UNIQUE,
    PRIMARY KEY (event_id, room)
) WITHOUT ROWID;

DELETE FROM facts WHERE name = 'wall_secret';
