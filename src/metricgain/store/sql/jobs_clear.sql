-- Forget jobs that ended before a moment. Reads the table, once a night.
-- Called by store/jobs.py.
DELETE FROM jobs
WHERE finished_at < $1 AND status NOT IN ('waiting', 'running')
