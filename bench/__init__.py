"""Measurements of the product, each run by name: python -m bench NAME."""
