-- What are these exercises of the user's own? Uses exercises_pkey.
-- Called by store/sync_rows.py.
SELECT
    id, name, description, muscle_group, exercise_type, equipment, movement_pattern,
    load_kind, body_weight_factor::float8, per_side, unilateral, rep_min, rep_max,
    is_compound, traps_lifter, is_timed, is_retired, revision
FROM exercises
WHERE user_id = $1 AND NOT is_system AND id = ANY($2::bigint[])
