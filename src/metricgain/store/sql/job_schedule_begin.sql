-- Begin to follow a schedule, as if it had just been carried out.
-- Uses job_schedules_pkey. Called by store/jobs.py.
INSERT INTO job_schedules (name, last_at) VALUES ($1, $2)
ON CONFLICT (name) DO NOTHING
