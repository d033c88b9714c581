-- Remember how the mutations of a batch were answered. Uses sync_mutations_pkey.
-- Called by store/sync.py.
INSERT INTO sync_mutations (
    user_id, id, name, revision, made_at, received_at, outcome, answer
)
SELECT $1, made.id, made.name, $2, made.made_at, $3, made.outcome, made.answer::jsonb
FROM unnest($4::uuid[], $5::text[], $6::timestamptz[], $7::text[], $8::text[])
    AS made (id, name, made_at, outcome, answer)
ON CONFLICT (user_id, id) DO NOTHING
