-- How was each muscle group felt, workout by workout, and how many sets was it given?
-- An answer counts although no set followed it. Uses
-- workout_logs_user_id_local_date_ix, muscle_group_feedback_pkey, sets_pkey.
-- Called by store/feedback_correlation.py.
WITH answers AS (
    SELECT
        l.id, l.local_date, l.mesocycle_id, l.week_number, f.muscle_group,
        f.soreness_level, f.pump_level, f.challenge_level
    FROM workout_logs l
    JOIN muscle_group_feedback f ON f.user_id = $1 AND f.workout_log_id = l.id
    WHERE l.user_id = $1 AND l.local_date BETWEEN $2::date AND $3::date
      AND ($4::text IS NULL OR f.muscle_group = $4)
      AND ($5::uuid IS NULL OR l.mesocycle_id = $5)
), done AS (
    SELECT s.workout_log_id AS id, e.muscle_group, count(*) AS sets
    FROM sets s
    JOIN exercises e ON e.id = s.exercise_id
    WHERE s.user_id = $1 AND s.workout_log_id IN (SELECT answers.id FROM answers)
      AND s.set_type <> 'warmup'
    GROUP BY s.workout_log_id, e.muscle_group
)
SELECT a.*, coalesce(d.sets, 0)::int AS sets
FROM answers a
LEFT JOIN done d ON d.id = a.id AND d.muscle_group = a.muscle_group
ORDER BY a.local_date, a.id, a.muscle_group
