"""The one family of floor mistakes; a programming mistake is left to crash."""

from __future__ import annotations


class FloorError(Exception):
    """A floor mistake with the data that its sentence in ``app.texts`` needs.

    ``code`` names the sentence; ``data`` fills it in.
    """

    def __init__(self, code: str, **data: object) -> None:
        """Keep the code and its data; the message is only for logs."""
        super().__init__(code, data)
        self.code = code
        self.data = data


class NotFoundError(FloorError):
    """Something named by a person (order, ASN, SKU, location, shipment) is not known."""


class RefusedError(FloorError):
    """The rules of the floor forbid what was asked; nothing has changed."""


class BadValueError(FloorError):
    """A value is not of its form: a quantity, an instant, a policy, a status."""


class TroubleError(FloorError):
    """The machine stands in the way: a database locked, full, unreachable or not ours.

    Nothing has changed.  ``passing``: the same scan may be tried again, under its id.
    """

    def __init__(self, code: str, *, passing: bool = False, **data: object) -> None:
        """Keep code, data and whether a second try makes sense."""
        super().__init__(code, **data)
        self.passing = passing
