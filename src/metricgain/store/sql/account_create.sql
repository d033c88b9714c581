-- Make an account unless the address has one. Uses users_email_key.
-- Called by store/accounts.py.
INSERT INTO users (
    email, password_hash, full_name, timezone, created_at, updated_at, is_admin
)
SELECT $1, $2, $3, $4, $5, $5, NOT EXISTS (SELECT FROM users)
ON CONFLICT (email) DO NOTHING
RETURNING id
