-- What was answered of one muscle in a workout, and of its group? One row.
-- Uses muscle_group_feedback_pkey, muscle_feedback_pkey.
-- Called by store/deciding_one_by_one.py.
SELECT
    g.soreness_level AS group_soreness, g.pump_level AS group_pump,
    g.challenge_level AS group_challenge, m.soreness_level, m.pump_level,
    m.challenge_level
FROM (VALUES (1)) AS one
LEFT JOIN muscle_group_feedback g
    ON g.user_id = $1 AND g.workout_log_id = $2 AND g.muscle_group = $4
LEFT JOIN muscle_feedback m
    ON m.user_id = $1 AND m.workout_log_id = $2 AND m.muscle = $3
