-- Keep recovery codes by their hashes. Writes recovery_codes.
-- Called by store/second_factors.py.
INSERT INTO recovery_codes (user_id, code_hash, made_at)
SELECT $1, unnest($2::bytea[]), $3
