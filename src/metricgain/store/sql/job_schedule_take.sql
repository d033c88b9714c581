-- Is a schedule due for its latest moment? Then it is taken, by one process only. It is
-- due as well if a clock that was ahead has taken it for a day that is still to come.
-- Uses job_schedules_pkey. Called by store/jobs.py.
UPDATE job_schedules SET last_at = $2 WHERE name = $1 AND (last_at < $2 OR last_at > $3)
