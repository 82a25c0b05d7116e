"""What programs and the commands call: check, extract and build contracts, test a library.

from pathlib import Path
from clauselint import api

report = api.check([Path("cdd.docx")], api.CheckOptions())
for finding in report.findings:
    print(finding.rule.id, finding.message.fr)
"""

from clauselint.api.contracts import CheckOptions, check, contracts_in, extract

__all__ = ["CheckOptions", "check", "contracts_in", "extract"]
