-- Which changes of the plan are offered? Uses plan_proposals_pkey.
-- Called by store/sync_rows.py.
SELECT
    id, workout_log_id, workout_instance_id, exercise_id, old_sets, new_sets,
    old_weight::float8, new_weight::float8, weight_unit, old_reps, new_reps, because,
    status, answered_at, revision
FROM plan_proposals
WHERE user_id = $1 AND id = ANY($2::uuid[])
