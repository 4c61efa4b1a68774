CREATE TABLE broadcasts (
    id                INTEGER PRIMARY KEY AUTOINCREMENT,
    event_id          INTEGER NOT NULL REFERENCES events,
    author_chat_id    INTEGER NOT NULL,
    update_id INTEGER NOT NULL,
    html              TEXT    NOT NULL,
    state             TEXT    NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'confirmed', 'cancelled')),
    created_at        REAL    NOT NULL,
    recipients        INTEGER,
    UNIQUE (author_chat_id, update_id)
);
