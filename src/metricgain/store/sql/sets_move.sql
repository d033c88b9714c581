-- Move all sets of a log in time; what they were stamped with stays.
-- Uses sets_pkey. Called by store/logs.py.
UPDATE sets SET
    performed_at = performed_at + $3::interval,
    edited_at = coalesce(edited_at, performed_at)
WHERE user_id = $1 AND workout_log_id = $2
