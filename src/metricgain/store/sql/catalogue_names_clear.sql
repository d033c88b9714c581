-- Retire system exercises that the catalogue dropped, and free all system names.
-- Reads the whole table of exercises. Called by store/catalogue.py.
UPDATE exercises
SET is_retired = NOT (id = ANY($1::bigint[])),
    name = CASE WHEN id = ANY($1::bigint[]) THEN id::text ELSE name END
WHERE is_system
