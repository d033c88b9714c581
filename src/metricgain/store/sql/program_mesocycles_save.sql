-- Write the blocks of a program, none of them begun. Uses mesocycles_pkey.
-- Called by store/programs.py.
INSERT INTO mesocycles (
    user_id, id, macrocycle_id, order_index, name, duration_weeks, status, start_date,
    end_date, days_per_week, description, created_at, updated_at, revision
) VALUES ($1, $2, $3, $4, $5, $6, 'planned', $7, $8, $9, $10, $11, $11, $12)
