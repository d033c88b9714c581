-- Write what an exercise of the user's own counts for which muscle, instead of what it
-- counted before. Uses exercise_muscles_pkey. Called by store/exercises.py.
WITH gone AS (
    DELETE FROM exercise_muscles
    WHERE exercise_id = $1 AND NOT (muscle = ANY($2::text[]))
)
INSERT INTO exercise_muscles (exercise_id, muscle, contribution)
SELECT $1, given.muscle, given.contribution
FROM unnest($2::text[], $3::numeric[]) AS given (muscle, contribution)
ON CONFLICT (exercise_id, muscle) DO UPDATE SET contribution = EXCLUDED.contribution
