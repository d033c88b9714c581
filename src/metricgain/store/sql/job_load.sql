-- How does this job stand? Uses jobs_pkey. Called by store/jobs.py.
SELECT id, name, for_user, status, attempts, created_at, started_at, finished_at, done,
    total, note, cancel_asked, outcome
FROM jobs
WHERE id = $1 AND ($2::int IS NULL OR for_user = $2)
