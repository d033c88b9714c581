-- Let devices know that a planned session has changed, and close what was offered for
-- it: it was about what the session held before. Uses workout_instances_pkey,
-- plan_proposals_user_id_workout_instance_id_ix. Called by store/session_plan.py.
WITH closed AS (
    UPDATE plan_proposals SET status = 'superseded', revision = $3
    WHERE user_id = $1 AND workout_instance_id = $2 AND status = 'open'
)
UPDATE workout_instances SET revision = $3 WHERE user_id = $1 AND id = $2
