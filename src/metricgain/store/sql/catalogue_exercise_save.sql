-- Add or renew one system exercise. Uses exercises_pkey. Called by store/catalogue.py.
INSERT INTO exercises (
    id, name, description, muscle_group, exercise_type, is_system, equipment,
    movement_pattern, load_kind, body_weight_factor, per_side, unilateral, rep_min,
    rep_max, is_compound, traps_lifter, is_timed, skill_level, joints
) VALUES (
    $1, $2, $3, $4, $5, true, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
    $18
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
    skill_level = EXCLUDED.skill_level,
    joints = EXCLUDED.joints,
    is_retired = false
