"""Analysis of French by spaCy, where words alone do not decide; loaded when a passage needs it."""
