-- Which catalogue is loaded, and has this user exercises beside it?
-- Uses catalogue_state_pkey, exercises_user_id_ix. Called by store/exercises.py.
SELECT
    (SELECT c.version FROM catalogue_state c WHERE c.name = 'catalogue') AS version,
    EXISTS (
        SELECT FROM exercises e
        WHERE e.user_id = $1 AND NOT e.is_system AND NOT e.is_retired
    ) AS has_own
