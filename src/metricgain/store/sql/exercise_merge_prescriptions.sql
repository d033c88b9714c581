-- Move what was prescribed of one exercise to another; where a session has both, their
-- sets add up. Offers about it are closed. Uses prescriptions_pkey,
-- workout_instances_pkey, plan_proposals_pkey, week_changes_pkey.
-- Called by store/merging.py.
WITH clash AS (
    DELETE FROM prescriptions p
    WHERE p.user_id = $1 AND p.exercise_id = $2 AND EXISTS (
        SELECT FROM prescriptions t
        WHERE t.user_id = $1 AND t.workout_instance_id = p.workout_instance_id
          AND t.exercise_id = $3
    )
    RETURNING p.workout_instance_id, p.target_sets, p.projected_sets, p.full_sets,
              p.done_sets
), joined AS (
    UPDATE prescriptions t
    SET target_sets = least(
            15, coalesce(t.target_sets + c.target_sets, t.target_sets, c.target_sets)
        ),
        projected_sets = least(15, t.projected_sets + c.projected_sets),
        full_sets = coalesce(t.full_sets + c.full_sets, t.full_sets, c.full_sets),
        done_sets = coalesce(t.done_sets + c.done_sets, t.done_sets, c.done_sets)
    FROM clash c
    WHERE t.user_id = $1 AND t.exercise_id = $3
      AND t.workout_instance_id = c.workout_instance_id
), moved AS (
    UPDATE prescriptions p
    SET exercise_id = $3
    WHERE p.user_id = $1 AND p.exercise_id = $2 AND NOT EXISTS (
        SELECT FROM prescriptions t
        WHERE t.user_id = $1 AND t.workout_instance_id = p.workout_instance_id
          AND t.exercise_id = $3
    )
    RETURNING p.workout_instance_id
), offers AS (
    UPDATE plan_proposals
    SET exercise_id = $3,
        status = CASE status WHEN 'open' THEN 'superseded' ELSE status END,
        revision = $4
    WHERE user_id = $1 AND exercise_id = $2
), week_clash AS (
    DELETE FROM week_changes c
    WHERE c.user_id = $1 AND c.exercise_id = $2 AND EXISTS (
        SELECT FROM week_changes t
        WHERE t.user_id = $1 AND t.workout_instance_id = c.workout_instance_id
          AND t.exercise_id = $3 AND t.change_id = c.change_id
    )
    RETURNING c.workout_instance_id, c.change_id, c.old_sets, c.new_sets
), week_joined AS (
    UPDATE week_changes t
    SET old_sets = least(15, t.old_sets + c.old_sets),
        new_sets = least(15, t.new_sets + c.new_sets)
    FROM week_clash c
    WHERE t.user_id = $1 AND t.exercise_id = $3
      AND t.workout_instance_id = c.workout_instance_id AND t.change_id = c.change_id
), week_moved AS (
    UPDATE week_changes c
    SET exercise_id = $3
    WHERE c.user_id = $1 AND c.exercise_id = $2 AND NOT EXISTS (
        SELECT FROM week_changes t
        WHERE t.user_id = $1 AND t.workout_instance_id = c.workout_instance_id
          AND t.exercise_id = $3 AND t.change_id = c.change_id
    )
)
UPDATE workout_instances SET revision = $4
WHERE user_id = $1 AND id IN (
    SELECT c.workout_instance_id FROM clash c
    UNION
    SELECT m.workout_instance_id FROM moved m
)
