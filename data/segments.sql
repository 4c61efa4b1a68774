-- name: recipients
SELECT p.chat_id FROM participants p JOIN chats c ON c.chat_id = p.chat_id
WHERE p.event_id = :event_id AND c.blocked_at IS NULL AND CASE :segment
    WHEN 'all' THEN 1
    WHEN 'present' THEN EXISTS (SELECT 1 FROM attendance a
        WHERE a.event_id = p.event_id AND a.session_id = :value AND a.chat_id = p.chat_id)
    WHEN 'absent' THEN NOT EXISTS (SELECT 1 FROM attendance a
        WHERE a.event_id = p.event_id AND a.session_id = :value AND a.chat_id = p.chat_id)
    WHEN 'unrated' THEN EXISTS (SELECT 1 FROM attendance a
            WHERE a.event_id = p.event_id AND a.session_id = :value AND a.chat_id = p.chat_id)
        OR NOT EXISTS (SELECT 1 FROM attendance a WHERE a.event_id = p.event_id AND a.session_id = :value)
    WHEN 'province' THEN substr(p.region_code, 1, 2) = :value
    WHEN 'level' THEN CASE
        WHEN p.region_code IS NULL THEN 'pusat'
        WHEN length(p.region_code) = 2 THEN 'provinsi'
        WHEN substr(p.region_code, 4, 1) < '7' THEN 'kabupaten'
        ELSE 'kota' END = :value
    WHEN 'participants' THEN p.chat_id NOT IN (SELECT value FROM json_each(:organisers))
    ELSE 0 END
UNION ALL
SELECT o.value FROM json_each(:organisers) o LEFT JOIN chats c ON c.chat_id = o.value
WHERE :segment = 'organisers' AND c.blocked_at IS NULL

-- name: count
SELECT COUNT(*) AS number FROM ({recipients});

-- name: provinces
SELECT substr(p.region_code, 1, 2) AS code, COUNT(*) AS number
FROM participants p JOIN chats c ON c.chat_id = p.chat_id
WHERE p.event_id = :event_id AND c.blocked_at IS NULL AND p.region_code IS NOT NULL
GROUP BY 1 ORDER BY 1;
