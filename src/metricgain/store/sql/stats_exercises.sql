-- What is each exercise, as far as statistics ask? Those of the catalogue, and the
-- user's own. Reads the whole table of exercises of the catalogue.
-- Uses exercise_muscles_pkey. Called by store/statistics/history.py.
SELECT e.id, e.load_kind, e.body_weight_factor, e.is_timed, (
    SELECT jsonb_object_agg(m.muscle, m.contribution) FROM exercise_muscles m
    WHERE m.exercise_id = e.id
) AS muscles
FROM exercises e
WHERE e.id >> 22 IN (0, $1::int)
