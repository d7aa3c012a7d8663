"""What is wrong with an imported file or row."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    # files
    "utf_16": _("the file is in UTF-16; save it as UTF-8"),
    "cp1252": _("the file is not UTF-8 (it looks like Windows-1252: “{sign}”); save it as UTF-8"),
    "not_utf_8": _("the file is not UTF-8; save it as UTF-8"),
    "nul": _("the file has a NUL character in it: it is no text"),
    "not_csv": _("the line cannot be read as CSV ({detail})"),
    "long_line": _("the line has more than {most} characters"),
    "too_many_rows": _("the file has more than {most} rows"),
    "column_twice": _("the header has the column {column} twice"),
    "missing_column": _("the column {column} is missing"),
    "other_delimiter": _("the columns are separated by “{delimiter}”; they must be by commas"),
    "header_again": _("the header stands here again"),
    # cells
    "blank": _("it may not be blank"),
    "too_long": _("it has {length} characters; what can be scanned has at most {most}"),
    "not_a_number": _("“{value}” is not a whole number in plain digits"),
    "too_small": _("“{value}” is too small: at least {least}"),
    "too_large": _("“{value}” is above {most}"),
    "bad_priority": _("“{value}” is not a priority from 1 to 5"),
    "bad_instant": _("“{value}” is not an instant that exists"),
    "bad_day": _("“{value}” is not a day that exists"),
    "unknown_word": _("“{value}” is not one of {words}"),
    "unknown_sku": _("the SKU “{value}” is not known"),
    "unknown_location": _("the location “{value}” is not known"),
    # rows
    "repeated": _("{value} stands in this file already"),
    "differs": _("it differs from the first row of {value}"),
    "needs_max_shipments": _("up_to_n_shipments needs max_shipments of at least 1"),
    "over_quantity": _("{shipped} shipped and {cancelled} cancelled are more than {quantity}"),
    "kind_fixed": _("a location of kind {before} cannot become {value}"),
    "location_is_barcode": _("“{value}” is a barcode already"),
    "sku_is_barcode": _("“{value}” is the barcode of another product"),
    "barcode_taken": _("the barcode “{value}” belongs to {sku}"),
    "barcode_is_sku": _("the barcode “{value}” is the SKU of {sku}"),
    "barcode_is_location": _("the barcode “{value}” is a location"),
    "received_already": _(
        "units of {value} have been received on this line: its SKU cannot change"
    ),
    "left_out": _("left out because other rows of {value} are bad"),
    # warnings
    "check_digit": _("“{value}” has a wrong check digit; taken as it is"),
    "surplus": _("values behind the last column of the header are left out"),
    "window_turned": _("the window ends before it starts; taken as ending when it starts"),
}


def import_reason(code: str, column: str, data: Mapping[str, object]) -> str:
    """Say what is wrong; ``words`` in the data, a tuple, is written as a list."""
    values = {**data, "column": column}
    if isinstance(words := data.get("words"), tuple):
        values["words"] = ", ".join(words)
    return SENTENCES[code].format_map(values)
