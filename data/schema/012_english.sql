-- The English texts that an event file may give beside the others, as a JSON object of each row's ``…_en`` keys.

ALTER TABLE events ADD COLUMN english TEXT NOT NULL DEFAULT '{}';
ALTER TABLE rooms ADD COLUMN english TEXT NOT NULL DEFAULT '{}';
ALTER TABLE sessions ADD COLUMN english TEXT NOT NULL DEFAULT '{}';
ALTER TABLE speakers ADD COLUMN english TEXT NOT NULL DEFAULT '{}';
ALTER TABLE materials ADD COLUMN english TEXT NOT NULL DEFAULT '{}';
ALTER TABLE faq ADD COLUMN english TEXT NOT NULL DEFAULT '{}';
