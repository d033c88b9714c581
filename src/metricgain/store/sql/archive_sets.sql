-- Which sets does a block hold, workout by workout? Uses sets_pkey and
-- workout_logs_user_id_mesocycle_id_week_number_ix. Called by store/archiving.py.
SELECT s.*
FROM workout_logs l
JOIN sets s ON s.user_id = $1 AND s.workout_log_id = l.id
WHERE l.user_id = $1 AND l.mesocycle_id = $2
ORDER BY l.local_date, l.id, s.performed_at, s.set_number, s.id
