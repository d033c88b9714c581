-- Keep one decision with its inputs, its reason and what became of it.
-- Uses progression_decisions_pkey. Called by store/outcomes.py.
INSERT INTO progression_decisions (
    user_id, workout_log_id, muscle, muscle_group, to_instance_id, kind, gate,
    rule_id, because, soreness, performance, pump, challenge, joint_pain,
    consecutive_misses, delta_raw, delta_applied, cap_reason, swap, hold_load,
    base_sets, new_sets, progression, deload, engine_version, decided_at, revision,
    readiness
) VALUES (
    $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
    $19, $20, $21, $22, $23, $24, $25, $26, $27,
    $28
)
ON CONFLICT (user_id, workout_log_id, muscle) DO UPDATE SET
    to_instance_id = EXCLUDED.to_instance_id,
    kind = EXCLUDED.kind,
    gate = EXCLUDED.gate,
    rule_id = EXCLUDED.rule_id,
    because = EXCLUDED.because,
    soreness = EXCLUDED.soreness,
    performance = EXCLUDED.performance,
    pump = EXCLUDED.pump,
    challenge = EXCLUDED.challenge,
    joint_pain = EXCLUDED.joint_pain,
    consecutive_misses = EXCLUDED.consecutive_misses,
    delta_raw = EXCLUDED.delta_raw,
    delta_applied = EXCLUDED.delta_applied,
    cap_reason = EXCLUDED.cap_reason,
    swap = EXCLUDED.swap,
    hold_load = EXCLUDED.hold_load,
    base_sets = EXCLUDED.base_sets,
    new_sets = EXCLUDED.new_sets,
    progression = EXCLUDED.progression,
    deload = EXCLUDED.deload,
    engine_version = EXCLUDED.engine_version,
    decided_at = EXCLUDED.decided_at,
    revision = EXCLUDED.revision,
    readiness = EXCLUDED.readiness
