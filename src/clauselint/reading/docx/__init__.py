"""Word files: the text that Word shows of any .docx, with labels, looks and places.

Everything later stages know of Word comes from `read_docx`.
"""

from clauselint.reading.docx.contract import HiddenText, Run, WordContract
from clauselint.reading.docx.errors import UnreadableDocument
from clauselint.reading.docx.read import read_docx

__all__ = ["HiddenText", "Run", "UnreadableDocument", "WordContract", "read_docx"]
