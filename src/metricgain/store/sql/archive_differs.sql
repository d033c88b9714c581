-- Is any set of a block otherwise than in these rows? Uses sets_pkey and
-- workout_logs_user_id_mesocycle_id_week_number_ix. Called by store/archiving.py.
SELECT EXISTS (
    SELECT s.*
    FROM workout_logs l
    JOIN sets s ON s.user_id = $1 AND s.workout_log_id = l.id
    WHERE l.user_id = $1 AND l.mesocycle_id = $2
    EXCEPT ALL
    SELECT * FROM json_populate_recordset(NULL::sets, $3::text::json)
)
