-- Keep what became of a decision in the session that it is for.
-- Uses progression_decisions_pkey. Called by store/overriding.py.
UPDATE progression_decisions
SET delta_applied = $4, base_sets = $5, new_sets = $6, cap_reason = $7, revision = $8
WHERE user_id = $1 AND workout_log_id = $2 AND muscle = $3
