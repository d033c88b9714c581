-- Which catalogue is loaded? Uses catalogue_state_pkey. Called by store/catalogue.py.
SELECT version FROM catalogue_state WHERE name = 'catalogue'
