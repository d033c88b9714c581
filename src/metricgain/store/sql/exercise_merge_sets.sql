-- Move all sets of one exercise to another, behind the sets that a workout has of that,
-- and tell how many they were. What their weight means goes along, where it differs.
-- Uses sets_user_id_exercise_id_performed_at_ix, sets_pkey, workout_logs_pkey.
-- Called by store/merging.py.
WITH there AS (
    SELECT s.workout_log_id, max(s.set_number) AS last
    FROM sets s
    WHERE s.user_id = $1 AND s.exercise_id = $3
    GROUP BY s.workout_log_id
), moved AS (
    UPDATE sets s
    SET exercise_id = $3,
        load_kind = coalesce(s.load_kind, $4),
        set_number = least(1000, s.set_number + coalesce((
            SELECT t.last FROM there t WHERE t.workout_log_id = s.workout_log_id
        ), 0))
    WHERE s.user_id = $1 AND s.exercise_id = $2
    RETURNING s.workout_log_id
), touched AS (
    UPDATE workout_logs
    SET revision = $5
    WHERE user_id = $1 AND id IN (SELECT m.workout_log_id FROM moved m)
)
SELECT count(*)::int FROM moved
