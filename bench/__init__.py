"""Measurements: what the checker catches and leaves alone, and how long it takes. Run by scripts/bench.py."""
