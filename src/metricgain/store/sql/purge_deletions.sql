-- Forget what a user has deleted up to the revision that was reached before a moment,
-- and note which one is reached now. Deleted workouts stay known: an import would bring
-- them back. Uses sync_state_pkey, deleted_rows_pkey. Called by store/sync_purge.py.
WITH due AS (
    UPDATE sync_state SET
        purged_revision = CASE
            WHEN marked_at < $2 THEN mark_revision ELSE purged_revision
        END,
        mark_revision = revision,
        marked_at = $3
    WHERE user_id = $1 AND (marked_at IS NULL OR marked_at < $2)
    RETURNING purged_revision
), gone AS (
    DELETE FROM deleted_rows AS d
    USING due
    WHERE d.user_id = $1 AND d.kind <> 'workout_logs'
        AND d.revision <= due.purged_revision
    RETURNING d.key
)
SELECT count(*)::int FROM gone
