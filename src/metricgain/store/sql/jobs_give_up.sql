-- End jobs whose worker has fallen silent, where they are not wanted any more or were
-- tried often enough. Uses jobs_open_ix. Called by store/jobs.py.
UPDATE jobs SET
    status = CASE WHEN cancel_asked THEN 'cancelled' ELSE 'failed' END,
    outcome = CASE WHEN cancel_asked THEN NULL ELSE $3::jsonb END,
    finished_at = now(), worker = NULL
WHERE status = 'running'
    AND (beat_at < now() - $1::interval OR beat_at > now() + $1::interval)
    AND (cancel_asked OR attempts >= $2)
