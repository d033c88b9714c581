-- Add the muscles that custom exercises train directly. Uses exercise_muscles_pkey.
-- Called by store/importing.py.
INSERT INTO exercise_muscles (exercise_id, muscle, contribution)
SELECT exercise_id, muscle, 1
FROM unnest($1::bigint[], $2::text[]) AS made (exercise_id, muscle)
ON CONFLICT (exercise_id, muscle) DO NOTHING
