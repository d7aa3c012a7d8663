"""The sample's story is true for the rows it is told from."""

from __future__ import annotations

from collections import Counter
from datetime import date

from app.sample import Step, sample_files, sample_moment, sample_story
from app.sample.story import UNKNOWN_BARCODE
from tests.domain.sample_rows import Row, check_digit_holds, open_units, orders, read

DAY = date(2026, 11, 24)
FILES = read(sample_files(DAY))
STORY = sample_story(DAY)
CODES = {row["barcode"]: (row["sku"], int(row["units"])) for row in FILES["barcodes.csv"]}
PLACES = {row["location"] for row in FILES["locations.csv"]}
COMMANDS = ("CMD-QTY-", "CMD-DAMAGED", "CMD-UNDO", "CMD-DONE", "CMD-CLOSE")


def test_every_code_but_one_is_known() -> None:
    strange = {
        code
        for step in STORY
        for code in step.codes
        if code not in CODES and code not in PLACES and not code.startswith(COMMANDS)
    }
    assert strange == {UNKNOWN_BARCODE}
    assert check_digit_holds(UNKNOWN_BARCODE)


def test_every_step_has_a_known_target_and_a_moment_of_the_morning() -> None:
    targets = {row["asn"] for row in FILES["inbound.csv"]} | set(orders(FILES))
    assert {step.target for step in STORY} <= targets
    assert [step.at for step in STORY] == sorted(step.at for step in STORY if step.at)
    assert all(step.at and step.at <= sample_moment(DAY) for step in STORY)


def test_each_picture_is_shown_once() -> None:
    shown = [step.shows for step in STORY if step.shows]
    assert sorted(shown) == ["pack", "pick", "receive", "receive-refused"]


def test_the_case_of_the_picture_is_split_over_the_two_first_orders() -> None:
    sku, units = CODES[_shown("receive").codes[-1]]
    queue = sorted(
        (row for row in FILES["orders.csv"] if row["sku"] == sku and row["hold"] == "no"),
        key=lambda row: (row["priority"], row["promised_at"], row["ordered_at"], row["order"]),
    )
    first, second = (open_units(row) for row in queue[:2])
    assert first < units <= first + second
    assert _in_stock(sku) == 0


def test_something_is_damaged_stray_undone_and_missing_on_the_first_truck() -> None:
    asn = _shown("receive").target
    codes = [code for step in STORY if step.target == asn for code in step.codes]
    expected = Counter({r["sku"]: int(r["quantity"]) for r in _lines("inbound.csv", "asn", asn)})
    counted = _counted(codes)
    assert {"CMD-DAMAGED", "CMD-UNDO", "CMD-CLOSE", UNKNOWN_BARCODE} <= set(codes)
    assert len(set(counted) - set(expected)) == 1
    assert sum((expected - counted).values()) == 2


def test_the_other_truck_is_received_to_the_unit() -> None:
    (step,) = (s for s in STORY if s.kind == "receive" and s.target != _shown("receive").target)
    expected = {r["sku"]: int(r["quantity"]) for r in _lines("inbound.csv", "asn", step.target)}
    assert _counted(step.codes) == expected


def test_what_is_packed_is_what_was_wanted_but_of_one_order_only_in_part() -> None:
    in_part = set()
    for target in {step.target for step in STORY if step.kind == "pack"}:
        codes = [c for s in STORY if s.kind == "pack" and s.target == target for c in s.codes]
        wanted = Counter({r["sku"]: open_units(r) for r in _lines("orders.csv", "order", target)})
        packed = _counted(codes)
        assert packed <= wanted
        assert codes[-1] == "CMD-CLOSE"
        if packed != +wanted:
            in_part.add(target)
    assert in_part == {_shown("pick").target}


def test_the_picture_of_picking_ends_on_refusals() -> None:
    step = _shown("pick")
    place, item, case, wrong = step.codes
    wanted = {r["sku"]: open_units(r) for r in _lines("orders.csv", "order", step.target)}
    sku, units = CODES[case]
    assert place in {r["location"] for r in FILES["stock.csv"] if r["sku"] == sku}
    assert CODES[item] == (sku, 1)
    assert units > wanted[sku] - 1
    assert _not_there(CODES[wrong][0], place)


def test_the_story_of_another_day_differs_in_its_instants_alone() -> None:
    other = sample_story(date(2027, 7, 3))
    assert [(s.kind, s.target, s.codes) for s in other] == [
        (s.kind, s.target, s.codes) for s in STORY
    ]
    assert all(mine.at != theirs.at for mine, theirs in zip(STORY, other, strict=True))


def _shown(picture: str) -> Step:
    return next(step for step in STORY if step.shows == picture)


def _lines(name: str, column: str, number: str) -> list[Row]:
    return [row for row in FILES[name] if row[column] == number]


def _in_stock(sku: str) -> int:
    rows = (r for r in FILES["stock.csv"] if r["sku"] == sku and r["location"] != "QUAR-1")
    return sum(int(row["quantity"]) for row in rows)


def _not_there(sku: str, place: str) -> bool:
    return not any(r["sku"] == sku and r["location"] == place for r in FILES["stock.csv"])


def _counted(codes: list[str] | tuple[str, ...]) -> Counter[str]:
    """Add up item scans: a quantity multiplies the next one, an undo takes the last one back."""
    counted: Counter[str] = Counter()
    times, newest = 1, ("", 0)
    for code in codes:
        if code.startswith("CMD-QTY-"):
            times = int(code.removeprefix("CMD-QTY-"))
        elif code in CODES:
            sku, units = CODES[code]
            newest, times = (sku, units * times), 1
            counted[sku] += newest[1]
        elif code == "CMD-UNDO":
            counted[newest[0]] -= newest[1]
    return counted
