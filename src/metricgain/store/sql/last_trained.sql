-- When was this user's last workout? Uses workout_logs_user_id_local_date_ix.
-- Called by store/planning.py.
SELECT max(l.local_date) FROM workout_logs l
WHERE l.user_id = $1 AND l.status = 'completed'
