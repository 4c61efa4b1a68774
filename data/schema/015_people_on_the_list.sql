-- Whoever can stand on an attendance list: who registered, who is invited, who only signed on paper.
CREATE TABLE invited (
    id                INTEGER PRIMARY KEY AUTOINCREMENT,
    event_id          INTEGER NOT NULL REFERENCES events,
    natural_key       TEXT    NOT NULL,
    number            INTEGER NOT NULL,
    name              TEXT    NOT NULL,
    nip               TEXT,
    position          TEXT,
    institution       TEXT,
    region            TEXT,
    region_code       TEXT,
    invitation_number TEXT,
    code              TEXT,
    UNIQUE (event_id, natural_key),
    UNIQUE (event_id, code)
);

-- With a substitute_letter (nomor surat tugas) somebody sits on the seat in place of the invited official.
CREATE TABLE attendees (
    id                INTEGER PRIMARY KEY AUTOINCREMENT,
    event_id          INTEGER NOT NULL REFERENCES events,
    chat_id           INTEGER,
    invited_id        INTEGER REFERENCES invited,
    substitute_letter TEXT,
    name              TEXT,
    position          TEXT,
    institution       TEXT
);
CREATE UNIQUE INDEX attendees_chat ON attendees (event_id, chat_id) WHERE chat_id IS NOT NULL;
CREATE UNIQUE INDEX attendees_seat ON attendees (event_id, invited_id)
    WHERE invited_id IS NOT NULL AND substitute_letter IS NULL;
CREATE INDEX attendees_invited ON attendees (invited_id);

-- What the personal QR says. Somebody found to be two has two cards, and both stay good.
CREATE TABLE cards (
    token       TEXT    PRIMARY KEY,
    attendee_id INTEGER NOT NULL REFERENCES attendees ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX cards_attendee ON cards (attendee_id);

INSERT INTO attendees (event_id, chat_id) SELECT event_id, chat_id FROM participants;
INSERT INTO cards (token, attendee_id) SELECT lower(hex(randomblob(10))), id FROM attendees;

CREATE VIEW people AS
SELECT a.id, a.event_id, a.chat_id, a.invited_id, a.substitute_letter AS letter,
    CASE WHEN a.substitute_letter IS NULL THEN COALESCE(i.name, p.name, a.name)
        ELSE COALESCE(p.name, a.name) END AS name,
    CASE WHEN a.substitute_letter IS NULL THEN i.nip END AS nip,
    COALESCE(CASE WHEN a.substitute_letter IS NULL THEN i.position END, p.position, a.position, '') AS position,
    COALESCE(CASE WHEN a.substitute_letter IS NULL THEN i.institution END, p.institution, a.institution,
        i.institution, '') AS institution,
    i.region, COALESCE(i.region_code, p.region_code) AS region_code, i.invitation_number,
    CASE WHEN a.substitute_letter IS NOT NULL THEN i.name END AS official
FROM attendees a
LEFT JOIN participants p ON p.event_id = a.event_id AND p.chat_id = a.chat_id
LEFT JOIN invited i ON i.id = a.invited_id;
