-- Which weeks has a change touched, given its revision, the days on which logs were
-- before, exercises that are defined anew, and whether the body weight changed? And
-- from which day on is everything still to be computed?
-- Uses workout_logs_user_id_revision_ix, workout_logs_user_id_local_date_ix,
-- workout_logs_pkey, sets_pkey, sets_user_id_exercise_id_performed_at_ix,
-- exercises_pkey, stats_state_pkey, archived_mesocycles_pkey. Called by store/statistics/recompute.py.
WITH days AS (
    SELECT l.local_date AS day FROM workout_logs l
    WHERE l.user_id = $1 AND l.revision = $2
    UNION
    SELECT was_on FROM unnest($3::date[]) AS was_on
    UNION
    SELECT l.local_date
    FROM unnest($4::bigint[]) AS asked (exercise_id)
    CROSS JOIN LATERAL (
        SELECT t.workout_log_id FROM sets t
        WHERE t.user_id = $1 AND t.exercise_id = asked.exercise_id
        OFFSET 0
    ) s
    JOIN workout_logs l ON l.user_id = $1 AND l.id = s.workout_log_id
    UNION
    SELECT l.local_date
    FROM archived_mesocycles a
    JOIN workout_logs l ON l.user_id = $1 AND l.mesocycle_id = a.mesocycle_id
    WHERE a.user_id = $1 AND a.body IS NOT NULL AND ($5 OR a.exercise_ids && $4)
    UNION
    SELECT l.local_date
    FROM workout_logs l
    WHERE $5::bool AND l.user_id = $1 AND l.body_weight_kg IS NULL AND EXISTS (
        SELECT
        FROM sets s
        JOIN exercises e ON e.id = s.exercise_id
        WHERE s.user_id = $1 AND s.workout_log_id = l.id
          AND coalesce(s.load_kind, e.load_kind) <> 'external'
    )
)
SELECT
    ARRAY(
        SELECT DISTINCT d.day - (extract(isodow FROM d.day)::int - 1) FROM days d
    ) AS weeks,
    (
        SELECT coalesce(y.due_from, 'infinity') FROM stats_state y WHERE y.user_id = $1
    ) AS due_from,
    EXISTS (
        SELECT FROM archived_mesocycles a WHERE a.user_id = $1 AND a.body IS NOT NULL
    ) AS archived
