-- name: value
SELECT value FROM facts WHERE name = :name;

-- name: remember
INSERT INTO facts (name, value) VALUES (:name, :value)
ON CONFLICT (name) DO UPDATE SET value = excluded.value WHERE value <> excluded.value;

-- name: forget
DELETE FROM facts WHERE name = :name;
