-- What did a source say of something? Uses whoop_payloads_pkey.
-- Called by store/recovery.py.
SELECT raw_data_compressed FROM whoop_payloads
WHERE user_id = $1 AND kind = $2 AND source = $3 AND source_id = $4
