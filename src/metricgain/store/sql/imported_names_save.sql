-- Remember under which name of its app each set came. Uses imported_names_pkey.
-- Called by store/importing.py.
INSERT INTO imported_names (user_id, workout_log_id, raw_name, set_ids)
SELECT $1, workout_log_id, raw_name, array_agg(id ORDER BY place)
FROM unnest($2::uuid[], $3::text[], $4::int[]) WITH ORDINALITY AS made (
    workout_log_id, raw_name, id, place
)
GROUP BY workout_log_id, raw_name
ON CONFLICT (user_id, workout_log_id, raw_name) DO NOTHING
