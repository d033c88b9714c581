-- Which of these mutations have been answered before, and how?
-- Uses sync_mutations_pkey. Called by store/sync.py.
SELECT id, name, outcome, answer
FROM sync_mutations
WHERE user_id = $1 AND id = ANY($2::uuid[])
