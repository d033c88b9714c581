-- How many sets are there to export? Uses sets_pkey. Called by store/exporting.py.
SELECT count(*) FROM sets s WHERE s.user_id = $1
