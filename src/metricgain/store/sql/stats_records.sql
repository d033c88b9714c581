-- Find the records of some exercises anew, in all their sets: write what differs,
-- delete what is gone. What counts is the same as in stats_recompute.sql.
-- Uses sets_user_id_exercise_id_performed_at_ix, workout_logs_pkey, exercises_pkey,
-- user_preferences_pkey, personal_records_pkey.
-- Called by store/statistics/recompute.py.
WITH counted AS MATERIALIZED (
    SELECT s.exercise_id, l.id AS log_id, l.local_date, s.id AS set_id, s.reps,
        n.tenths, g.load_g, g.load_g::bigint * s.reps AS volume_g,
        CASE
            WHEN g.load_g <= 0 OR n.tenths > 100 THEN NULL
            WHEN n.tenths = 10 THEN g.load_g
            ELSE (2 * g.load_g::bigint * (300 + n.tenths) + 300) / 600
        END AS e1rm_g
    FROM sets s
    JOIN workout_logs l ON l.user_id = $1 AND l.id = s.workout_log_id
    JOIN exercises e ON e.id = s.exercise_id
    CROSS JOIN LATERAL (
        SELECT 10 * s.reps + (10 * coalesce(s.rir, 0))::int AS tenths,
            CASE s.weight_unit WHEN 'lb' THEN 0.45359237 * s.weight ELSE s.weight END
                AS kg
    ) n
    CROSS JOIN LATERAL (
        SELECT round(1000 * CASE coalesce(s.load_kind, e.load_kind)
            WHEN 'external' THEN n.kg
            WHEN 'assisted' THEN greatest(0, e.body_weight_factor * coalesce(
                l.body_weight_kg, (SELECT p.body_weight_kg FROM user_preferences p
                                   WHERE p.user_id = $1), $3::numeric) - n.kg)
            ELSE e.body_weight_factor * coalesce(
                l.body_weight_kg, (SELECT p.body_weight_kg FROM user_preferences p
                                   WHERE p.user_id = $1), $3::numeric) + n.kg
        END)::int AS load_g
    ) g
    WHERE s.user_id = $1 AND s.exercise_id = ANY($2::bigint[])
      AND l.status <> 'skipped' AND s.set_type <> 'warmup' AND s.reps >= 1
      AND (s.rir IS NULL OR s.rir <= 4)
      AND NOT l.is_deload AND s.flag IS DISTINCT FROM 'to_confirm'
), candidates AS (
    SELECT c.exercise_id, 'weight' AS kind, c.reps, c.load_g::bigint AS value_g,
        c.load_g, c.reps AS record_reps, c.local_date, c.log_id, c.set_id
    FROM counted c
    WHERE c.load_g > 0 AND c.reps <= 30
    UNION ALL
    SELECT c.exercise_id, 'e1rm', 0, c.e1rm_g, c.load_g, c.reps, c.local_date,
        c.log_id, c.set_id
    FROM counted c
    WHERE c.e1rm_g > 0
    UNION ALL
    SELECT v.exercise_id, 'volume', 0, v.value_g, NULL, NULL, v.local_date, v.log_id,
        NULL
    FROM (
        SELECT c.exercise_id, c.log_id, c.local_date, sum(c.volume_g)::bigint AS value_g
        FROM counted c
        GROUP BY c.exercise_id, c.log_id, c.local_date
    ) v
    WHERE v.value_g > 0
), bests AS MATERIALIZED (
    SELECT DISTINCT ON (c.exercise_id, c.kind, c.reps) c.*
    FROM candidates c
    ORDER BY c.exercise_id, c.kind, c.reps, c.value_g DESC, c.local_date, c.log_id,
        c.set_id
), gone AS (
    DELETE FROM personal_records old
    WHERE old.user_id = $1 AND old.exercise_id = ANY($2)
      AND (old.exercise_id, old.kind, old.reps) NOT IN (
          SELECT b.exercise_id, b.kind, b.reps FROM bests b
      )
)
INSERT INTO personal_records AS old (
    user_id, exercise_id, kind, reps, achieved_on, workout_log_id, set_id,
    record_reps, value, weight_kg
)
SELECT $1, b.exercise_id, b.kind, b.reps, b.local_date, b.log_id, b.set_id,
    b.record_reps, b.value_g / 1000.0, b.load_g / 1000.0
FROM bests b
ON CONFLICT (user_id, exercise_id, kind, reps) DO UPDATE SET
    achieved_on = EXCLUDED.achieved_on,
    workout_log_id = EXCLUDED.workout_log_id,
    set_id = EXCLUDED.set_id,
    record_reps = EXCLUDED.record_reps,
    value = EXCLUDED.value,
    weight_kg = EXCLUDED.weight_kg
WHERE old.* IS DISTINCT FROM EXCLUDED.*
