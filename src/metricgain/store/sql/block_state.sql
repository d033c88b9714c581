-- May a block start under this id? What there is already, what was deleted, which block
-- runs, and when the last workout was. Uses users_pkey, mesocycles_pkey,
-- deleted_rows_pkey, mesocycles_one_active_ix, workout_logs_user_id_local_date_ix.
-- Called by store/starting.py.
SELECT u.timezone,
       EXISTS (SELECT FROM mesocycles m WHERE m.user_id = $1 AND m.id = $2) AS is_there,
       (SELECT d.made_at FROM deleted_rows d
        WHERE d.user_id = $1 AND d.kind = 'mesocycles'
          AND d.key = $2::uuid::text) AS deleted_at,
       (SELECT m.name FROM mesocycles m
        WHERE m.user_id = $1 AND m.status = 'active') AS active_name,
       (SELECT max(l.local_date) FROM workout_logs l
        WHERE l.user_id = $1 AND l.status = 'completed') AS last_trained
FROM users u
WHERE u.id = $1
