-- Move sets in a week, and write it into the ledger: next week counts from the sets that
-- the session had. Uses week_changes_pkey and prescriptions_pkey.
-- Called by store/week_changes.py.
WITH noted AS (
    INSERT INTO week_changes (
        user_id, workout_instance_id, exercise_id, change_id, from_instance_id, kind,
        minutes, old_sets, new_sets, because, engine_version, made_at
    ) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
)
UPDATE prescriptions p
SET target_sets = CASE WHEN p.target_sets IS NULL THEN NULL ELSE $9::int END,
    projected_sets = CASE
        WHEN p.target_sets IS NULL THEN $9::int ELSE p.projected_sets
    END,
    full_sets = CASE
        WHEN p.target_sets IS NULL THEN p.full_sets
        ELSE coalesce(p.full_sets, p.target_sets)
    END,
    because = CASE
        WHEN p.target_sets IS NULL THEN p.because
        ELSE concat_ws(' ', $10::text, nullif(p.because, ''))
    END
WHERE p.user_id = $1 AND p.workout_instance_id = $2 AND p.exercise_id = $3
