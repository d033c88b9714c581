-- Let a job wait again for any worker. An attempt that was not its fault is not counted.
-- Uses jobs_pkey. Called by store/jobs.py.
UPDATE jobs SET
    status = 'waiting', worker = NULL, due_at = now() + $3::interval,
    attempts = greatest(attempts - $4::int, 0)
WHERE id = $1 AND worker = $2 AND status = 'running'
