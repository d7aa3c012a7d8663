"""What is wrong with an imported file or row."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    # files
    "utf_16": "the file is in UTF-16; save it as UTF-8",
    "cp1252": "the file is not UTF-8 (it looks like Windows-1252: “{sign}”); save it as UTF-8",
    "not_utf_8": "the file is not UTF-8; save it as UTF-8",
    "nul": "the file has a NUL character in it: it is no text",
    "not_csv": "the line cannot be read as CSV ({detail})",
    "long_line": "the line has more than {most} characters",
    "too_many_rows": "the file has more than {most} rows",
    "column_twice": "the header has the column {column} twice",
    "missing_column": "the column {column} is missing",
    "other_delimiter": "the columns are separated by “{delimiter}”; they must be by commas",
    "header_again": "the header stands here again",
    # cells
    "blank": "it may not be blank",
    "too_long": "it has {length} characters; what can be scanned has at most {most}",
    "not_a_number": "“{value}” is not a whole number in plain digits",
    "too_small": "“{value}” is too small: at least {least}",
    "too_large": "“{value}” is above {most}",
    "bad_priority": "“{value}” is not a priority from 1 to 5",
    "bad_instant": "“{value}” is not an instant that exists",
    "bad_day": "“{value}” is not a day that exists",
    "unknown_word": "“{value}” is not one of {words}",
    "unknown_sku": "the SKU “{value}” is not known",
    "unknown_location": "the location “{value}” is not known",
    "bad_ratio": "“{value}” has no ratio of whole numbers, as in SKU*2 or SKU*1/2",
    "no_such_line": "“{value}” is no line of this order that another can stand in for",
    "two_ratios": "the substitute “{value}” is named in two ratios",
    # rows
    "repeated": "{value} stands in this file already",
    "differs": "it differs from the first row of {value}",
    "needs_max_shipments": "up_to_n_shipments needs max_shipments of at least 1",
    "over_quantity": "{shipped} shipped and {cancelled} cancelled are more than {quantity}",
    "kind_fixed": "a location of kind {before} cannot become {value}",
    "location_is_barcode": "“{value}” is a barcode already",
    "sku_is_barcode": "“{value}” is the barcode of another product",
    "barcode_taken": "the barcode “{value}” belongs to {sku}",
    "barcode_is_sku": "the barcode “{value}” is the SKU of {sku}",
    "barcode_is_location": "the barcode “{value}” is a location",
    "received_already": ("units of {value} have been received on this line: its SKU cannot change"),
    "left_out": "left out because other rows of {value} are bad",
    # warnings
    "check_digit": "“{value}” has a wrong check digit; taken as it is",
    "surplus": "values behind the last column of the header are left out",
    "window_turned": "the window ends before it starts; taken as ending when it starts",
}


def import_reason(code: str, column: str, data: Mapping[str, object]) -> str:
    """Say what is wrong; ``words`` in the data, a tuple, is written as a list."""
    values = {**data, "column": column}
    if isinstance(words := data.get("words"), tuple):
        values["words"] = ", ".join(words)
    return SENTENCES[code].format_map(values)
