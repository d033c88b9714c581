-- Wait for one's turn with the tokens of a user; it ends with the transaction.
-- Called by store/whoop.py.
SELECT pg_advisory_xact_lock($1::int, $2::int)
