-- How far is this job, and is it still the worker's and wanted? Uses jobs_pkey.
-- Called by store/jobs.py.
UPDATE jobs SET beat_at = now(), done = $3, total = $4, note = $5
WHERE id = $1 AND worker = $2 AND status = 'running'
RETURNING cancel_asked
