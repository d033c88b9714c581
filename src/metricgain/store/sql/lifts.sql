-- What are these exercises, for planning and for estimates? Uses exercises_pkey,
-- exercise_muscles_pkey. Called by store/lifts.py.
SELECT e.id, e.name, e.muscle_group, e.exercise_type, e.equipment,
       e.movement_pattern, e.load_kind, e.body_weight_factor, e.per_side,
       e.unilateral, e.rep_min, e.rep_max, e.is_compound, e.traps_lifter,
       e.skill_level, e.joints, e.is_retired,
       (SELECT jsonb_object_agg(m.muscle, m.contribution)
        FROM exercise_muscles m
        WHERE m.exercise_id = e.id) AS muscles
FROM exercises e
WHERE e.id = ANY($2::bigint[]) AND (e.id >> 22 = 0 OR e.user_id = $1)
