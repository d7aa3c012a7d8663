"""Every sentence a person reads, worded once; JSON, screen, sound and paper derive from these."""

from app.texts.codes import code_defect
from app.texts.floor import sentence
from app.texts.screens import screen

__all__ = ["code_defect", "screen", "sentence"]
