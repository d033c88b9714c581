-- Move what was imported from an app under one exercise to another, and tell how many
-- sets that were. Uses sets_user_id_exercise_id_performed_at_ix and workout_logs_pkey.
-- Called by store/exercise_links.py.
WITH moved AS (
    UPDATE sets AS s
    SET exercise_id = $4
    FROM workout_logs AS l
    WHERE s.user_id = $1 AND s.exercise_id = $3
        AND l.user_id = $1 AND l.user_id = s.user_id AND l.id = s.workout_log_id
        AND l.source = $2
    RETURNING s.workout_log_id
), touched AS (
    UPDATE workout_logs AS l
    SET revision = $5
    WHERE l.user_id = $1 AND l.id IN (SELECT m.workout_log_id FROM moved AS m)
)
SELECT count(*)::int FROM moved
