-- Let a job wait, unless one of its name and key waits or runs already.
-- Uses jobs_pkey and jobs_single_ix. Called by store/jobs.py.
INSERT INTO jobs (id, name, for_user, key, args, due_at)
VALUES ($1, $2, $3, $4, $5, coalesce($6, now()))
ON CONFLICT DO NOTHING
RETURNING id
