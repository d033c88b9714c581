-- Add what one exercise counts for one muscle. Uses exercise_muscles_pkey.
-- Called by store/catalogue.py.
INSERT INTO exercise_muscles (exercise_id, muscle, contribution) VALUES ($1, $2, $3)
