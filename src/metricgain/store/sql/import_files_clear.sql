-- Let go of files that nobody came back for. Reads all users: a nightly job clears up.
-- Called by store/import_files.py.
DELETE FROM import_files WHERE created_at < $1
