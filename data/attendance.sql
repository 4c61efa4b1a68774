-- name: add_guess
INSERT INTO code_guesses (chat_id, at, update_id) VALUES (:chat_id, :at, :update_id)
ON CONFLICT DO NOTHING;

-- name: guesses
-- The oldest of the last few, where there were so many.
SELECT at FROM code_guesses WHERE chat_id = :chat_id AND at > :since AND update_id <> :update_id
ORDER BY at DESC LIMIT 1 OFFSET :guesses - 1;

-- name: forget_guesses
DELETE FROM code_guesses WHERE at <= :before;
