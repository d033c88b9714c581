-- What was decided for these muscles after these workouts? Uses
-- progression_decisions_pkey. Called by store/sync_rows.py.
SELECT
    d.workout_log_id, d.muscle, d.muscle_group, d.to_instance_id, d.kind AS decided,
    d.gate, d.rule_id, d.because, d.soreness, d.performance, d.pump, d.challenge,
    d.joint_pain, d.consecutive_misses, d.delta_raw, d.delta_applied, d.cap_reason,
    d.swap, d.hold_load, d.base_sets, d.new_sets, d.progression, d.deload,
    d.engine_version, d.decided_at, d.revision
FROM unnest($2::uuid[], $3::text[]) AS asked (workout_log_id, muscle)
JOIN progression_decisions d
    ON d.user_id = $1 AND d.workout_log_id = asked.workout_log_id
    AND d.muscle = asked.muscle
