"""Every benchmark, one after the other: `python -m bench`."""

from bench import cold_check, reader

reader.main()
cold_check.main()
