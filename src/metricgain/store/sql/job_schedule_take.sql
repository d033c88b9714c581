-- Is a schedule due for its latest moment? Then it is taken, by one process only.
-- Uses job_schedules_pkey. Called by store/jobs.py.
UPDATE job_schedules SET last_at = $2 WHERE name = $1 AND last_at < $2
