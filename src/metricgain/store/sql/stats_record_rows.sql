-- What are the records that are kept ready? Uses personal_records_pkey.
-- Called by store/statistics/history.py.
SELECT r.exercise_id, r.kind, r.reps, r.value, r.weight_kg, r.record_reps,
    r.achieved_on, r.workout_log_id, r.set_id
FROM personal_records r
WHERE r.user_id = $1
