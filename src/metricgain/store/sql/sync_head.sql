-- How far has this user come, and which block is running? Uses users_pkey,
-- sync_state_pkey, mesocycles_one_active_ix. Called by store/sync.py.
SELECT coalesce(s.revision, 0) AS revision,
    coalesce(s.purged_revision, 0) AS purged_revision, m.id AS mesocycle_id
FROM users u
LEFT JOIN sync_state s ON s.user_id = $1
LEFT JOIN mesocycles m ON m.user_id = $1 AND m.status = 'active'
WHERE u.id = $1
