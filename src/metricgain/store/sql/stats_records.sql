-- Find the records of some exercises anew, in all their sets: write what differs,
-- delete what is gone. What counts is the same as in stats_recompute.sql.
-- Uses sets_user_id_exercise_id_performed_at_ix, workout_logs_pkey, exercises_pkey,
-- user_preferences_pkey, personal_records_pkey.
-- Called by store/statistics/recompute.py.
WITH loads AS MATERIALIZED (
    SELECT s.exercise_id, l.id AS log_id, l.local_date, s.id AS set_id, s.reps,
        10 * s.reps::bigint + (10 * coalesce(s.rir, 0))::int AS tenths,
        round(1000 * CASE coalesce(s.load_kind, e.load_kind)
            WHEN 'external' THEN u.kg * s.weight
            WHEN 'assisted' THEN greatest(0, own.kg - u.kg * s.weight)
            ELSE own.kg + u.kg * s.weight
        END)::int AS load_g
    FROM unnest($2::bigint[]) AS asked (exercise_id)
    CROSS JOIN LATERAL (
        SELECT t.*
        FROM sets t
        WHERE t.user_id = $1 AND t.exercise_id = asked.exercise_id
          AND t.set_type <> 'warmup' AND t.reps >= 1 AND (t.rir IS NULL OR t.rir <= 4)
          AND t.flag IS DISTINCT FROM 'to_confirm'
        OFFSET 0
    ) s
    JOIN workout_logs l ON l.user_id = $1 AND l.id = s.workout_log_id
    JOIN exercises e ON e.id = s.exercise_id
    LEFT JOIN user_preferences p ON p.user_id = $1
    CROSS JOIN LATERAL (
        SELECT CASE s.weight_unit WHEN 'lb' THEN 0.45359237 ELSE 1 END AS kg
    ) u
    CROSS JOIN LATERAL (
        SELECT e.body_weight_factor
            * coalesce(l.body_weight_kg, p.body_weight_kg, $3::numeric) AS kg
    ) own
    WHERE l.status <> 'skipped' AND NOT l.is_deload
), counted AS MATERIALIZED (
    SELECT d.*, d.load_g::bigint * d.reps AS volume_g,
        CASE
            WHEN d.load_g <= 0 OR d.tenths > 100 THEN NULL
            WHEN d.tenths = 10 THEN d.load_g
            ELSE (2 * d.load_g::bigint * (300 + d.tenths) + 300) / 600
        END AS e1rm_g
    FROM loads d
), candidates AS (
    SELECT c.exercise_id, 'weight' AS kind, c.reps, c.load_g::numeric AS value_g,
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
        SELECT c.exercise_id, c.log_id, c.local_date, sum(c.volume_g) AS value_g
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
