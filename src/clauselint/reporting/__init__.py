"""Results and readings as terminal text and JSON. Knows findings, not how rules find them."""

from clauselint.reporting.extraction import extraction_json, extraction_text
from clauselint.reporting.report import Failure, Report, report_json, report_text

__all__ = [
    "Failure",
    "Report",
    "extraction_json",
    "extraction_text",
    "report_json",
    "report_text",
]
