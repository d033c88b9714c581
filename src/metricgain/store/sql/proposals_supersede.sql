-- Close the open proposals about these exercises of a session: newer ones replace
-- them. Uses plan_proposals_user_id_workout_instance_id_ix.
-- Called by store/proposals.py and store/outcomes.py.
UPDATE plan_proposals p
SET status = 'superseded', revision = $4
WHERE p.user_id = $1 AND p.workout_instance_id = $2
  AND p.exercise_id = ANY($3::bigint[]) AND p.status = 'open'
