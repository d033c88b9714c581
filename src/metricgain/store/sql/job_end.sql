-- What came of this job, if it is still the worker's? Uses jobs_pkey.
-- Called by store/jobs.py.
UPDATE jobs SET
    status = $3, outcome = $4, finished_at = now(), worker = NULL,
    done = CASE WHEN $3 = 'done' THEN total ELSE done END
WHERE id = $1 AND worker = $2 AND status = 'running'
    AND NOT ($3 = 'done' AND cancel_asked)
