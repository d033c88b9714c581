-- The tables of requirement 2 as they are written there, as far as sets need them.
CREATE TABLE exercises (id SERIAL PRIMARY KEY, muscle_group VARCHAR(50) NOT NULL);

CREATE TABLE workout_logs (
    id SERIAL PRIMARY KEY,
    workout_id INTEGER,
    user_id INTEGER NOT NULL,
    mesocycle_id INTEGER,
    week_number INTEGER,
    performed_at TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP,
    status VARCHAR(50) NOT NULL DEFAULT 'in_progress',
    started_at TIMESTAMP WITH TIME ZONE,
    completed_at TIMESTAMP WITH TIME ZONE,
    duration_minutes INTEGER GENERATED ALWAYS AS (
        EXTRACT(EPOCH FROM (completed_at - started_at)) / 60
    ) STORED,
    notes TEXT,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP,
    updated_at TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX idx_workout_logs_user_id ON workout_logs(user_id);
CREATE INDEX idx_workout_logs_workout_id ON workout_logs(workout_id);
CREATE INDEX idx_workout_logs_mesocycle_id ON workout_logs(mesocycle_id);
CREATE INDEX idx_workout_logs_performed_at ON workout_logs(performed_at DESC);
CREATE INDEX idx_workout_logs_week_number ON workout_logs(mesocycle_id, week_number);

CREATE TABLE sets (
    id SERIAL PRIMARY KEY,
    workout_log_id INTEGER NOT NULL REFERENCES workout_logs(id) ON DELETE CASCADE,
    exercise_id INTEGER NOT NULL REFERENCES exercises(id) ON DELETE CASCADE,
    set_number INTEGER NOT NULL,
    weight DECIMAL(6, 2) NOT NULL,
    reps INTEGER NOT NULL,
    performed_at TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP,
    video_url VARCHAR(500),
    CONSTRAINT check_reps CHECK (reps >= 0),
    CONSTRAINT check_weight CHECK (weight >= 0)
);
CREATE INDEX idx_sets_workout_log_id ON sets(workout_log_id);
CREATE INDEX idx_sets_exercise_id ON sets(exercise_id);
CREATE INDEX idx_sets_performed_at ON sets(performed_at DESC);
CREATE INDEX idx_sets_user_exercise_time ON sets(exercise_id, performed_at DESC);
