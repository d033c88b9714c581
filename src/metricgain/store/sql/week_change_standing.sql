-- Was this change of a week accepted, was it undone, and have the sets of this skipped
-- workout moved? Uses week_changes_user_id_change_id_ix and
-- workout_instances_user_id_mesocycle_id_week_number_position_key.
-- Called by store/week_changes.py.
SELECT
    EXISTS (
        SELECT FROM week_changes c WHERE c.user_id = $1 AND c.change_id = $2
    ) AS is_accepted,
    EXISTS (
        SELECT FROM week_changes c
        WHERE c.user_id = $1 AND c.change_id = $2 AND c.undone_at IS NOT NULL
    ) AS is_undone,
    (
        SELECT c.change_id
        FROM workout_instances i
        JOIN workout_instances o
            ON o.user_id = $1 AND o.mesocycle_id = i.mesocycle_id
           AND o.week_number = i.week_number
        JOIN week_changes c ON c.user_id = $1 AND c.workout_instance_id = o.id
        WHERE i.user_id = $1 AND i.id = $3 AND c.from_instance_id = $3
          AND c.kind = 'missed' AND c.undone_at IS NULL
        LIMIT 1
    ) AS moved_by
