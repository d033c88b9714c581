-- Remember which catalogue is loaded. Uses catalogue_state_pkey.
-- Called by store/catalogue.py.
INSERT INTO catalogue_state (name, version) VALUES ('catalogue', $1)
ON CONFLICT (name) DO UPDATE SET version = EXCLUDED.version
