-- Say what a gym has of one kind. Uses gym_equipment_pkey. Called by store/gyms.py.
INSERT INTO gym_equipment (
    user_id, gym_id, kind, form, unit, bar, plates, pairs, weights, lowest, step,
    highest
)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
