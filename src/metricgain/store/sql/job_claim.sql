-- Which job is due next? It is the worker's from now on. One whose worker has fallen
-- silent is due as well. What says that it is of the future was noted while the clock
-- was ahead, and waits no longer. Uses jobs_open_ix. Called by store/jobs.py.
UPDATE jobs SET
    status = 'running', worker = $1, beat_at = now(), attempts = attempts + 1,
    started_at = now(), done = 0, total = 0, note = NULL
WHERE id = (
    SELECT j.id FROM jobs j
    WHERE j.status IN ('waiting', 'running') AND j.name = ANY($2::text[])
        AND NOT j.cancel_asked AND j.attempts < $4
        AND (
            (j.status = 'waiting' AND (j.due_at <= now() OR j.created_at > now()))
            OR (j.status = 'running' AND j.beat_at < now() - $3::interval)
            OR (j.status = 'running' AND j.beat_at > now() + $3::interval)
        )
    ORDER BY j.due_at
    LIMIT 1
    FOR UPDATE SKIP LOCKED
)
RETURNING id, name, for_user, args, attempts
