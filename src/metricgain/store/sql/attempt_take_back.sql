-- Not count one attempt after all. Uses sign_in_attempts_pkey.
-- Called by store/attempts.py.
UPDATE sign_in_attempts SET failures = greatest(failures - 1, 0) WHERE key = $1
