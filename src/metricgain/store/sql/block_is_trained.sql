-- Has anything been logged in a block? Uses workout_logs_user_id_mesocycle_id_week_number_ix.
-- Called by store/starting.py.
SELECT EXISTS (
    SELECT FROM workout_logs l WHERE l.user_id = $1 AND l.mesocycle_id = $2
)
