-- Empty planned workouts, before their exercises are written anew, and close what was
-- offered for them. Uses prescriptions_pkey,
-- plan_proposals_user_id_workout_instance_id_ix. Called by store/mesocycles.py.
WITH closed AS (
    UPDATE plan_proposals SET status = 'superseded', revision = $3
    WHERE user_id = $1 AND workout_instance_id = ANY($2::uuid[]) AND status = 'open'
)
DELETE FROM prescriptions
WHERE user_id = $1 AND workout_instance_id = ANY($2::uuid[])
