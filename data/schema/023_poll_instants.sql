-- When a poll was opened and closed: the wall shows a new one first, and a result for some minutes.
ALTER TABLE polls ADD COLUMN opened_at INTEGER;
ALTER TABLE polls ADD COLUMN closed_at INTEGER;
