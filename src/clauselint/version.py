"""The version of the program, read by the build and by the cache of the library."""

VERSION = "0.1.0"
