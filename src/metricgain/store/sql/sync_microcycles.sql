-- Which weeks do these blocks have? Uses microcycles_user_id_mesocycle_id_week_number_key.
-- Called by store/sync_rows.py.
SELECT mesocycle_id, id, week_number, start_date, end_date, is_deload, target_rir
FROM microcycles
WHERE user_id = $1 AND mesocycle_id = ANY($2::uuid[])
ORDER BY week_number
