"""One file per format of another app: bytes in, our workouts and findings out."""
