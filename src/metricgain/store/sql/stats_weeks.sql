-- Which weeks from a day on have workouts, or statistics of them?
-- Uses workout_logs_user_id_local_date_ix, weekly_stats_pkey, weekly_muscle_stats_pkey,
-- exercise_weekly_summary_user_id_week_start_ix,
-- personal_records_user_id_achieved_on_ix. Called by store/statistics/recompute.py.
SELECT DISTINCT d.day - (extract(isodow FROM d.day)::int - 1) AS week_start
FROM (
    SELECT l.local_date AS day FROM workout_logs l
    WHERE l.user_id = $1 AND l.local_date >= $2::date
    UNION
    SELECT w.week_start FROM weekly_stats w
    WHERE w.user_id = $1 AND w.week_start >= $2
    UNION
    SELECT m.week_start FROM weekly_muscle_stats m
    WHERE m.user_id = $1 AND m.week_start >= $2
    UNION
    SELECT x.week_start FROM exercise_weekly_summary x
    WHERE x.user_id = $1 AND x.week_start >= $2
    UNION
    SELECT r.achieved_on FROM personal_records r
    WHERE r.user_id = $1 AND r.achieved_on >= $2
) d
