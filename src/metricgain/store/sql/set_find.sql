-- What does saving a set have to know: the set of that id if there is one, whether it
-- was deleted, what the exercise lifts of the body, the load that the plan asks for,
-- and the last sets of the exercise? A planned workout's log has the id of its instance.
-- Uses sets_pkey, deleted_rows_pkey, exercises_pkey, user_preferences_pkey,
-- prescriptions_pkey and sets_user_id_exercise_id_performed_at_ix. Called by
-- store/sets.py.
SELECT
    s.id, s.workout_log_id, s.exercise_id, s.set_number, s.weight, s.weight_unit,
    s.reps, s.rir, s.set_type, s.load_kind, s.seconds, s.note, s.flag, s.performed_at,
    s.edited_at, d.made_at AS deleted_at,
    e.load_kind AS usual_load_kind, e.body_weight_factor, p.body_weight_kg,
    planned.target_weight AS planned_weight, planned.weight_unit AS planned_unit,
    recent.weights, recent.units, recent.kinds, recent.reps_done, recent.reserves
FROM exercises e
LEFT JOIN user_preferences p ON p.user_id = $1
LEFT JOIN sets s ON s.user_id = $1 AND s.workout_log_id = $2::uuid AND s.id = $3::int
LEFT JOIN deleted_rows d
    ON d.user_id = $1 AND d.kind = 'sets'
    AND d.key = $2::uuid::text || '/' || $3::int::text
LEFT JOIN prescriptions planned
    ON planned.user_id = $1 AND planned.workout_instance_id = $2::uuid
    AND planned.exercise_id = $4
LEFT JOIN LATERAL (
    SELECT
        array_agg(r.weight ORDER BY r.performed_at DESC) AS weights,
        array_agg(r.weight_unit ORDER BY r.performed_at DESC) AS units,
        array_agg(r.load_kind ORDER BY r.performed_at DESC) AS kinds,
        array_agg(r.reps ORDER BY r.performed_at DESC) AS reps_done,
        array_agg(r.rir ORDER BY r.performed_at DESC) AS reserves
    FROM (
        SELECT x.weight, x.weight_unit, x.load_kind, x.reps, x.rir, x.performed_at
        FROM sets x
        WHERE x.user_id = $1 AND x.exercise_id = $4
          AND x.performed_at < $5 AND x.performed_at >= $6
          AND x.set_type IN ('working', 'failure')
          AND x.flag IS DISTINCT FROM 'to_confirm'
          AND (x.workout_log_id, x.id) <> ($2::uuid, $3::int)
        ORDER BY x.performed_at DESC
        LIMIT 40
    ) r
) recent ON true
WHERE e.id = $4
