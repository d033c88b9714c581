-- Take away the sets of a block that is kept in small. Uses sets_pkey and
-- workout_logs_user_id_mesocycle_id_week_number_ix. Called by store/archiving.py.
DELETE FROM sets s
WHERE s.user_id = $1 AND s.workout_log_id IN (
    SELECT l.id FROM workout_logs l WHERE l.user_id = $1 AND l.mesocycle_id = $2
)
