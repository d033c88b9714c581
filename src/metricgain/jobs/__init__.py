"""What is done apart from requests: jobs, who carries them out, and when."""
