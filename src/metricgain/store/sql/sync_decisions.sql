-- What was decided after these workouts? Uses progression_decisions_pkey.
-- Called by store/sync_rows.py.
SELECT
    workout_log_id, muscle, muscle_group, to_instance_id, kind, gate, rule_id, because,
    soreness, performance, pump, challenge, joint_pain, consecutive_misses, delta_raw,
    delta_applied, cap_reason, swap, hold_load, base_sets, new_sets, progression,
    deload, engine_version, decided_at, override, overridden_at
FROM progression_decisions
WHERE user_id = $1 AND workout_log_id = ANY($2::uuid[])
ORDER BY workout_log_id, muscle
