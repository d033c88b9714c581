-- Whose training is exported: one user's by e-mail, or everybody's? Uses
-- users_email_key for one, reads the whole of users for all.
-- Called by store/exporting.py.
SELECT u.id FROM users u
WHERE ($1::text IS NULL OR u.email = lower($1))
ORDER BY u.id
