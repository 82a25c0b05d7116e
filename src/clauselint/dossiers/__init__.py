"""Missions: which contracts go together, what amends them, and what is in force on a day."""
