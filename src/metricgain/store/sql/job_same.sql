-- Which job of this name and key waits or runs? Uses jobs_single_ix.
-- Called by store/jobs.py.
SELECT id FROM jobs
WHERE name = $1 AND key = $2 AND status IN ('waiting', 'running')
