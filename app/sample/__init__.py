"""The bundled sample warehouse: one working day at Harbour Road Distribution, pure."""

from app.sample.files import sample_files
from app.sample.settings import sample_doors, sample_moment, sample_pickups, sample_settings
from app.sample.steps import Step
from app.sample.story import sample_story

__all__ = [
    "Step",
    "sample_doors",
    "sample_files",
    "sample_moment",
    "sample_pickups",
    "sample_settings",
    "sample_story",
]
