"""A site's settings: read, and changed one at a time, each change a fact."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.domain.errors import BadValueError, NotFoundError
from app.domain.goods import Kind
from app.domain.settings import PARSERS, Settings, setting_text, with_setting
from app.services.ordering import weigh

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from app.services.desk import Desk
    from app.work import Work

SCANNERS_SAY: Mapping[str, tuple[str, ...]] = {  # the latest word of the site counts everywhere
    "keyboard_layout": ("layout",),
    "scanner_feedback": ("feedback",),
}


def settings_of(desk: Desk) -> Settings:
    """Return the settings of the desk's site."""
    with desk.store.read(desk.stamp()) as work:
        return work.settings


def settings_json(settings: Settings, name: str | None = None) -> dict[str, str]:
    """Return all settings, or one, as they are typed; BadValueError for an unknown name."""
    names = PARSERS if name is None else (name,)
    return {key: setting_text(settings, key) for key in names}


def change_setting(name: str, text: str, desk: Desk, *, dry_run: bool = False) -> Mapping[str, Any]:
    """Change one setting and say what that does to the plan; with ``dry_run`` nothing is kept.

    Raises BadValueError for an unknown name, a value that is not of the setting's form and a
    packing location that is none; NotFoundError for an excluded product that is not known.
    """
    said: dict[str, str] = {}

    def apply(work: Work) -> None:
        settings = with_setting(work.settings, name, text)
        if name == "packing_location" and settings.packing_location:
            _check_packing(work, settings.packing_location)
        if name == "excluded_products":
            _check_products(work, settings.excluded_products)
        said.update(settings_json(settings, name))
        before = setting_text(work.settings, name)
        fact = work.fact("setting", name, {"before": before, "after": said[name]})
        work.changes.change_setting(fact, work.stamp.site, name, said[name])
        work.settings = settings
        if said_of := SCANNERS_SAY.get(name):
            work.scanners.forget(fact, said_of)

    done = weigh(desk, apply, dry_run=dry_run)
    return {**said, "dry_run": dry_run, **done}


def _check_packing(work: Work, code: str) -> None:
    place = work.places.by_code(code)
    if place is None or place.kind is not Kind.PACKING:
        raise BadValueError("no_packing_location", value=code)


def _check_products(work: Work, skus: Iterable[str]) -> None:
    for sku in skus:
        if work.goods.by_sku(sku) is None:
            raise NotFoundError("unknown_sku", sku=sku)
