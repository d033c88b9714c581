-- Which muscles do these exercises of the user's own train?
-- Uses exercise_muscles_pkey. Called by store/sync_rows.py.
SELECT exercise_id, muscle, contribution::float8
FROM exercise_muscles
WHERE exercise_id = ANY($1::bigint[])
ORDER BY exercise_id, contribution DESC, muscle
