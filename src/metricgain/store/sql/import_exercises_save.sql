-- Add custom exercises under the names that another app gave them.
-- Uses exercises_pkey. Called by store/importing.py.
INSERT INTO exercises (
    id, name, muscle_group, exercise_type, user_id, is_system, equipment,
    movement_pattern, load_kind, body_weight_factor, revision
)
SELECT id, name, muscle_group, exercise_type, $1, false, equipment,
    movement_pattern, load_kind, body_weight_factor, $2
FROM unnest(
    $3::bigint[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
    $9::text[], $10::numeric[]
) AS made (
    id, name, muscle_group, exercise_type, equipment, movement_pattern, load_kind,
    body_weight_factor
)
ON CONFLICT (id) DO NOTHING
