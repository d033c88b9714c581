-- Keep what the lifter wants instead of a decision, or that it shall be as decided.
-- Uses progression_decisions_pkey. Called by store/overriding.py.
UPDATE progression_decisions
SET override = $4, overridden_at = $5, revision = $6
WHERE user_id = $1 AND workout_log_id = $2 AND muscle = $3
