-- Ask for the end of a job; one that waits has ended. Uses jobs_pkey.
-- Called by store/jobs.py.
UPDATE jobs SET
    cancel_asked = true,
    status = CASE WHEN status = 'waiting' THEN 'cancelled' ELSE status END,
    finished_at = CASE WHEN status = 'waiting' THEN now() ELSE finished_at END
WHERE id = $1 AND ($2::int IS NULL OR for_user = $2)
    AND status IN ('waiting', 'running')
