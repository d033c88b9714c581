"""The table `sets`, split by time for who has very many: docs/operate/growth.md."""
