-- Offer a changed prescription. Uses plan_proposals_pkey.
-- Called by store/proposals.py.
INSERT INTO plan_proposals (
    user_id, id, workout_log_id, workout_instance_id, exercise_id, old_sets, new_sets,
    old_weight, new_weight, weight_unit, old_reps, new_reps, because, status, revision
) VALUES (
    $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 'open', $14
)
