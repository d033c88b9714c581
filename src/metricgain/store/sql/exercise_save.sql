-- Write one exercise of the user's own, with its muscles, and forget that it was
-- deleted. Uses exercises_pkey, exercise_muscles_pkey, deleted_rows_pkey.
-- Called by store/exercises.py.
WITH revived AS (
    DELETE FROM deleted_rows
    WHERE user_id = $1 AND kind = 'exercises' AND key = $2::bigint::text
)
INSERT INTO exercises (
    user_id, id, name, description, muscle_group, exercise_type, equipment,
    movement_pattern, load_kind, body_weight_factor, per_side, unilateral, rep_min,
    rep_max, is_compound, traps_lifter, is_timed, created_at, updated_at, revision
) VALUES (
    $1, $2::bigint, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
    $18, $18, $19
)
ON CONFLICT (id) DO UPDATE SET
    name = EXCLUDED.name,
    description = EXCLUDED.description,
    muscle_group = EXCLUDED.muscle_group,
    exercise_type = EXCLUDED.exercise_type,
    equipment = EXCLUDED.equipment,
    movement_pattern = EXCLUDED.movement_pattern,
    load_kind = EXCLUDED.load_kind,
    body_weight_factor = EXCLUDED.body_weight_factor,
    per_side = EXCLUDED.per_side,
    unilateral = EXCLUDED.unilateral,
    rep_min = EXCLUDED.rep_min,
    rep_max = EXCLUDED.rep_max,
    is_compound = EXCLUDED.is_compound,
    traps_lifter = EXCLUDED.traps_lifter,
    is_timed = EXCLUDED.is_timed,
    is_retired = false,
    updated_at = EXCLUDED.updated_at,
    revision = EXCLUDED.revision
