-- name: event
SELECT * FROM events WHERE id = :event_id;

-- name: by_code
SELECT id FROM events WHERE code = :code;

-- name: revision
SELECT e.id, e.revision FROM facts f JOIN events e ON e.id = CAST(f.value AS INTEGER)
WHERE f.name = 'current_event';

-- name: save
INSERT INTO events (code, folder, title, short_title, host, timezone, first_day, last_day, theme, venue,
    attendance, english, survey, polls)
VALUES (:code, :folder, :title, :short_title, :host, :timezone, :first_day, :last_day, :theme, :venue,
    :attendance, :english, :survey, :polls)
ON CONFLICT (code) DO UPDATE SET
    revision = revision + 1, folder = excluded.folder, title = excluded.title,
    short_title = excluded.short_title, host = excluded.host, timezone = excluded.timezone,
    first_day = excluded.first_day, last_day = excluded.last_day, theme = excluded.theme,
    venue = excluded.venue, attendance = excluded.attendance, english = excluded.english,
    survey = excluded.survey, polls = excluded.polls;

-- name: clear_rooms
DELETE FROM rooms WHERE event_id = :event_id;

-- name: clear_sessions
DELETE FROM sessions WHERE event_id = :event_id;

-- name: clear_speakers
DELETE FROM speakers WHERE event_id = :event_id;

-- name: clear_materials
DELETE FROM materials WHERE event_id = :event_id;

-- name: clear_faq
DELETE FROM faq WHERE event_id = :event_id;

-- name: add_room
INSERT INTO rooms (event_id, id, position, name, floor, english)
VALUES (:event_id, :id, :position, :name, :floor, :english);

-- name: add_session
INSERT INTO sessions (event_id, id, position, kind, title, starts_at, ends_at, room, panel, attendance, mandatory,
    feedback, questions, topics, audience, description, cancelled, opens_minutes_before, late_minutes_after,
    check_out, check_out_minutes_before, check_out_minutes_after, place, form, english)
VALUES (:event_id, :id, :position, :kind, :title, :starts_at, :ends_at, :room, :panel, :attendance, :mandatory,
    :feedback, :questions, :topics, :audience, :description, :cancelled, :opens_minutes_before,
    :late_minutes_after, :check_out, :check_out_minutes_before, :check_out_minutes_after, :place, :form,
    :english);

-- name: add_speaker
INSERT INTO speakers (event_id, session_id, position, name, role, title, organization, english)
VALUES (:event_id, :session_id, :position, :name, :role, :title, :organization, :english);

-- name: add_material
INSERT INTO materials (event_id, session_id, position, title, file, english)
VALUES (:event_id, :session_id, :position, :title, :file, :english);

-- name: add_faq
INSERT INTO faq (event_id, id, position, question, answer, keywords, english)
VALUES (:event_id, :id, :position, :question, :answer, :keywords, :english);

-- name: rooms
SELECT id, name, floor, english FROM rooms WHERE event_id = :event_id ORDER BY position;

-- name: sessions
SELECT * FROM sessions WHERE event_id = :event_id ORDER BY starts_at, position;

-- name: speakers
SELECT session_id, name, role, title, organization, english FROM speakers
WHERE event_id = :event_id ORDER BY session_id, position;

-- name: materials
SELECT session_id, title, file, english FROM materials WHERE event_id = :event_id ORDER BY session_id, position;

-- name: faq
SELECT id, question, answer, keywords, english FROM faq WHERE event_id = :event_id ORDER BY position;
