-- Forget decisions about muscles that this workout does not train any more.
-- Uses progression_decisions_pkey. Called by store/outcomes.py.
DELETE FROM progression_decisions d
WHERE d.user_id = $1 AND d.workout_log_id = $2 AND d.muscle <> ALL($3::text[])
