-- From which day on are a user's statistics still to be computed?
-- Uses stats_state_pkey. Called by store/statistics/rebuild.py.
SELECT y.due_from FROM stats_state y WHERE y.user_id = $1
