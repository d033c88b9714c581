-- Wait until no other process loads the catalogue. Called by store/catalogue.py.
SELECT pg_advisory_xact_lock(7468352002)
