-- Note when the exercises of a workout were chosen. Uses workouts_pkey.
-- Called by store/editing.py.
UPDATE workouts SET updated_at = $3 WHERE user_id = $1 AND id = $2
