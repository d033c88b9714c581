-- Which records stand that were set on some days, of one exercise or of all? One row
-- without a record says that there is none, and whether there is the exercise.
-- Uses stats_state_pkey, personal_records_pkey,
-- personal_records_user_id_achieved_on_ix, exercises_pkey. Called by store/past/kept.py.
SELECT
    y.computed_at IS NOT NULL AND y.due_from IS NULL AS is_complete,
    $4::bigint IS NULL OR EXISTS (SELECT FROM exercises k WHERE k.id = $4) AS is_known,
    r.exercise_id, e.name, e.muscle_group, r.kind, r.reps, r.value, r.weight_kg,
    r.record_reps, r.achieved_on, r.workout_log_id, r.set_id
FROM (VALUES (1)) AS one
LEFT JOIN stats_state y ON y.user_id = $1
LEFT JOIN personal_records r
    ON r.user_id = $1 AND r.achieved_on BETWEEN $2::date AND $3::date
    AND ($4::bigint IS NULL OR r.exercise_id = $4)
LEFT JOIN exercises e ON e.id = r.exercise_id
ORDER BY r.achieved_on DESC, r.exercise_id, r.kind COLLATE "C", r.reps
