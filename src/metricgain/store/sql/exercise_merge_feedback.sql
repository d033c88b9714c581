-- Move what was felt of one exercise to another; where a workout has both, the worse
-- pain and both notes stay. Uses exercise_feedback_pkey, workout_logs_pkey.
-- Called by store/merging.py.
WITH clash AS (
    DELETE FROM exercise_feedback f
    WHERE f.user_id = $1 AND f.exercise_id = $2 AND EXISTS (
        SELECT FROM exercise_feedback t
        WHERE t.user_id = $1 AND t.workout_log_id = f.workout_log_id
          AND t.exercise_id = $3
    )
    RETURNING f.workout_log_id, f.joint_pain, f.note
), joined AS (
    UPDATE exercise_feedback t
    SET joint_pain = greatest(t.joint_pain, c.joint_pain),
        note = nullif(concat_ws(E'\n', t.note, c.note), '')
    FROM clash c
    WHERE t.user_id = $1 AND t.exercise_id = $3
      AND t.workout_log_id = c.workout_log_id
), moved AS (
    UPDATE exercise_feedback f
    SET exercise_id = $3
    WHERE f.user_id = $1 AND f.exercise_id = $2 AND NOT EXISTS (
        SELECT FROM exercise_feedback t
        WHERE t.user_id = $1 AND t.workout_log_id = f.workout_log_id
          AND t.exercise_id = $3
    )
    RETURNING f.workout_log_id
)
UPDATE workout_logs SET revision = $4
WHERE user_id = $1 AND id IN (
    SELECT c.workout_log_id FROM clash c
    UNION
    SELECT m.workout_log_id FROM moved m
)
