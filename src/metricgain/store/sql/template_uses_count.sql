-- Count that blocks were started from these templates. Uses templates_pkey.
-- Called by store/template_uses.py.
UPDATE templates SET times_used = times_used + 1 WHERE id = ANY($1::uuid[])
