"""Proof that no mission the library allows gives a bad contract, or the mission that does."""

from clauselint.api.verification.results import Fault, Refus, Verification
from clauselint.api.verification.running import VerifyOptions, verify
from clauselint.api.verification.text import verification_json, verification_text

__all__ = [
    "Fault",
    "Refus",
    "Verification",
    "VerifyOptions",
    "verification_json",
    "verification_text",
    "verify",
]
