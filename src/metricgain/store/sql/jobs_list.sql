-- Which jobs were there, the latest first: one user's, or all? Uses
-- jobs_for_user_created_at_ix; for all it reads the table, which is emptied nightly.
-- Called by store/jobs.py.
SELECT id, name, for_user, status, attempts, created_at, started_at, finished_at, done,
    total, note, cancel_asked, outcome
FROM jobs
WHERE $1::int IS NULL OR for_user = $1
ORDER BY created_at DESC, id DESC
LIMIT $2
