"""clauselint: draft and lint French portage salarial contracts."""
