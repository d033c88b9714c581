-- Take back a change of a week where its workouts are not done, and say where. What else
-- was moved to the same exercise stays. Uses week_changes_user_id_change_id_ix,
-- week_changes_pkey, prescriptions_pkey, workout_instances_pkey and workout_logs_pkey.
-- Called by store/week_changes.py.
WITH undone AS (
    UPDATE week_changes c
    SET undone_at = $3
    FROM workout_instances i
    WHERE c.user_id = $1 AND c.change_id = $2 AND c.undone_at IS NULL
      AND i.user_id = $1 AND i.id = c.workout_instance_id AND i.status <> 'completed'
      AND NOT EXISTS (
          SELECT FROM workout_logs l
          WHERE l.user_id = $1 AND l.id = i.id AND l.status = 'completed'
      )
    RETURNING c.workout_instance_id, c.exercise_id, c.because, i.is_deload,
              c.new_sets - c.old_sets AS moved
), others AS (
    SELECT u.workout_instance_id, u.exercise_id, u.because, u.moved, u.is_deload,
           coalesce((
               SELECT sum(c.new_sets - c.old_sets)
               FROM week_changes c
               WHERE c.user_id = $1 AND c.workout_instance_id = u.workout_instance_id
                 AND c.exercise_id = u.exercise_id AND c.change_id <> $2
                 AND c.undone_at IS NULL
           ), 0)::int AS still_moved
    FROM undone u
), restored AS (
    UPDATE prescriptions p
    SET target_sets = CASE
            WHEN p.target_sets IS NULL THEN NULL
            WHEN p.is_recovery OR o.is_deload OR p.full_sets IS NULL
                THEN least(15, greatest(0, p.target_sets - o.moved))
            ELSE least(15, greatest(0, p.full_sets + o.still_moved))
        END,
        projected_sets = CASE
            WHEN p.target_sets IS NULL
                THEN least(15, greatest(0, p.projected_sets - o.moved))
            ELSE p.projected_sets
        END,
        full_sets = CASE
            WHEN p.is_recovery OR o.is_deload OR o.still_moved <> 0 THEN p.full_sets
        END,
        because = btrim(replace(p.because, o.because, ''))
    FROM others o
    WHERE p.user_id = $1 AND p.workout_instance_id = o.workout_instance_id
      AND p.exercise_id = o.exercise_id
), touched AS (
    UPDATE workout_instances i
    SET revision = $4
    WHERE i.user_id = $1 AND i.id IN (SELECT u.workout_instance_id FROM undone u)
)
SELECT u.workout_instance_id FROM undone u
