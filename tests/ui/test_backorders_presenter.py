"""The backorder queue is worded page by page, and a decision is weighed before it is made."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from app.domain.backorders import Backorder
from app.domain.orders import Order
from app.services.agreeing import agree_policy
from app.services.backorder_board import BackorderBoard, backorder_board
from app.services.backorders import BackorderQueue
from app.services.booking import Wish, book
from app.services.ordering import OrderChange, change_order
from tests.floor import NOW, Floor, inbound, make_floor, orders, stock
from ui.floor_thread import FloorThread
from ui.models.backorders import PAGE, RANK, SORTABLE, BackordersScene, Detail, RowPage
from ui.presenters.backorders import BackordersPresenter
from ui.presenters.backorders_case import change_of
from ui.presenters.backorders_marks import mark_of
from ui.presenters.backorders_reader import Asked, Reader
from ui.presenters.backorders_scene import ALL, FILTER_ICONS, arrange

ORDERS = orders(
    "SO-1,1,Alder,LAMP,4,2026-02-20T08:00Z,2026-03-02T08:00Z,2,ship_as_available,",
    "SO-2,1,Corner,LAMP,3,2026-02-25T08:00Z,2026-03-09T08:00Z,3,ship_as_available,",
    "SO-3,1,Nook,RUG,2,2026-02-26T08:00Z,2026-03-05T08:00Z,3,default,",
    "SO-4,1,Hof,VASE,5,2026-02-27T08:00Z,,3,up_to_n_shipments,2",
)
INBOUND = inbound("ASN-1,1,Lindqvist,LAMP,4,2026-03-04T12:00Z,scheduled")


class Screen:
    """A presenter at work, with all that it has told."""

    def __init__(self, qtbot: QtBot, floor: Floor) -> None:
        self.qtbot, self.floor, self.thread = qtbot, floor, FloorThread()
        self.presenter = BackordersPresenter(floor.desk, self.thread)
        self.scenes: list[BackordersScene] = []
        self.pages: list[RowPage] = []
        self.details: list[Detail | None] = []
        self.said: list[str] = []
        self.undoable: list[str] = []
        self.elsewhere: list[str] = []
        self.troubles: list[str] = []
        self.presenter.scene.connect(self.scenes.append)
        self.presenter.page.connect(self.pages.append)
        self.presenter.hand.detail.connect(self.details.append)
        self.presenter.said.connect(self.said.append)
        self.presenter.elsewhere.connect(self.elsewhere.append)
        self.presenter.trouble.connect(self.troubles.append)
        self.presenter.hand.decider.undoable.connect(self.undoable.append)
        self.presenter.refresh()
        self.settle()

    def settle(self) -> None:
        """Wait for all that was asked of the floor thread."""
        self.qtbot.waitUntil(lambda: self.thread.is_idle)

    def orders(self) -> list[str]:
        """The orders of the page read last."""
        return [row.order for row in self.pages[-1].rows]

    @property
    def detail(self) -> Detail:
        found = self.details[-1]
        assert found is not None
        return found

    def take(self, order: str) -> None:
        self.presenter.hand.select(order, "1")
        self.settle()

    def weigh(self, kind: str, value: str = "") -> None:
        self.presenter.hand.weigh(kind, value)
        self.settle()

    def apply(self) -> None:
        self.presenter.hand.decider.apply()
        self.settle()

    def on_file(self, number: str) -> Order:
        with self.floor.desk.store.read(self.floor.desk.stamp()) as work:
            order = work.orders.find(number)
        assert order is not None
        return order


@pytest.fixture
def floor(tmp_path: Path) -> Floor:
    floor = make_floor(tmp_path / "floor.db")
    floor.give(orders=ORDERS, inbound=INBOUND)
    return floor


@pytest.fixture
def shown(qtbot: QtBot, floor: Floor) -> Iterator[Screen]:
    screen = Screen(qtbot, floor)
    yield screen
    screen.thread.stop()


def test_the_queue_comes_in_rank_order_with_its_counters(shown: Screen) -> None:
    assert shown.orders() == ["SO-1", "SO-3", "SO-2", "SO-4"]
    assert [fact.value for fact in shown.scenes[-1].facts] == ["4", "14", "4", "75 %"]


def test_a_row_says_who_waits_for_what_and_until_when(shown: Screen) -> None:
    row = shown.pages[-1].rows[0]
    assert (row.customer, row.product, row.sku, row.units) == ("Alder", "Desk lamp", "LAMP", 4)
    assert (row.mark.word, row.waits_for, row.expected_state) == ("Late 2 d", "ASN-1", "bad")


def test_what_nobody_can_date_has_no_date(shown: Screen) -> None:
    dates = {row.order: row.expected for row in shown.pages[-1].rows}
    assert [dates[order] for order in ("SO-2", "SO-3", "SO-4")] == ["no date"] * 3


def test_a_stockout_needs_a_decision_and_says_why(shown: Screen) -> None:
    shown.take("SO-3")
    assert (shown.detail.mark.word, shown.detail.state) == ("Needs a decision", "btn")
    assert "cannot be backordered and only 0 of 2 are there" in " ".join(shown.detail.why_about)


@pytest.mark.parametrize(
    ("kept", "left"), [("late", ["SO-1"]), ("decision", ["SO-3"]), ("hold", []), ("all", None)]
)
def test_a_filter_leaves_its_lines_and_takes_the_first_in_hand(
    shown: Screen, kept: str, left: list[str] | None
) -> None:
    shown.presenter.keep(kept)
    shown.settle()
    wanted = ["SO-1", "SO-3", "SO-2", "SO-4"] if left is None else left
    assert shown.orders() == wanted
    taken = shown.details[-1]
    assert (taken.order if taken else None) == (wanted[0] if wanted else None)


def test_a_filter_without_lines_says_so_and_leads_back(shown: Screen) -> None:
    shown.presenter.keep("hold")
    shown.settle()
    assert (shown.scenes[-1].empty, shown.scenes[-1].empty_action) == (
        "No line is left with this filter.",
        "Show all lines",
    )
    shown.presenter.keep(ALL)
    shown.settle()
    assert shown.scenes[-1].count == 4


def test_a_column_sorts_and_asked_again_the_other_way_round(shown: Screen) -> None:
    shown.presenter.sort("waiting")
    shown.settle()
    most_first = shown.orders()
    shown.presenter.sort("waiting")
    shown.settle()
    assert (most_first, shown.orders()) == (
        ["SO-4", "SO-1", "SO-2", "SO-3"],
        ["SO-3", "SO-2", "SO-1", "SO-4"],
    )


def test_a_long_queue_is_worded_a_page_at_a_time(qtbot: QtBot, tmp_path: Path) -> None:
    floor = make_floor(tmp_path / "long.db")
    floor.give(
        orders=orders(*(f"SO-{n:04},1,Hof,VASE,1,2026-02-27,,3,default," for n in range(150)))
    )
    shown = Screen(qtbot, floor)
    assert ([len(page.rows) for page in shown.pages], shown.scenes[-1].count) == ([PAGE], 150)
    shown.presenter.read(shown.scenes[-1].turn, 128)
    shown.settle()
    assert [row.order for row in shown.pages[-1].rows][::21] == ["SO-0128", "SO-0149"]
    shown.thread.stop()


@pytest.mark.parametrize(("turns_ago", "first"), [(1, 0), (7, 64)])
def test_a_page_of_an_arrangement_that_is_over_is_not_read(
    shown: Screen, turns_ago: int, first: int
) -> None:
    pages = len(shown.pages)
    shown.presenter.read(shown.scenes[-1].turn - turns_ago, first)
    shown.settle()
    assert len(shown.pages) == pages


def test_weighing_a_hold_says_who_loses_and_changes_nothing(shown: Screen) -> None:
    shown.take("SO-1")
    shown.weigh("hold")
    change = shown.detail.change
    assert change is not None
    assert [(row.order, row.now) for row in change.rows] == [
        ("SO-1", "loses 4 LAMP"),
        ("SO-2", "gains 3 LAMP"),
    ]
    assert change.rows[1].better
    assert not shown.on_file("SO-1").hold


def test_a_promise_that_a_change_breaks_is_named(shown: Screen) -> None:
    shown.weigh("hold")
    shown.apply()
    shown.take("SO-1")
    shown.weigh("release")
    change = shown.detail.change
    assert change is not None
    assert (change.warning, change.warning_about) == ("1 order would miss the promise", "SO-2")


def test_a_change_that_is_discarded_is_gone(shown: Screen) -> None:
    shown.weigh("priority", "1")
    shown.presenter.hand.discard()
    shown.apply()
    assert shown.detail.change is None
    assert (shown.on_file("SO-1").priority, shown.said) == (2, [])


def test_another_order_in_hand_drops_the_change(shown: Screen) -> None:
    shown.weigh("cancel")
    shown.take("SO-2")
    shown.apply()
    assert not shown.on_file("SO-1").cancelled
    assert shown.detail.change is None


def test_a_change_that_comes_too_late_for_its_order_is_not_shown(shown: Screen) -> None:
    shown.presenter.hand.weigh("hold", "")
    shown.presenter.hand.select("SO-2", "1")
    shown.settle()
    assert (shown.detail.order, shown.detail.change) == ("SO-2", None)


@pytest.mark.parametrize(
    ("order", "kind", "value", "said"),
    [
        ("SO-1", "hold", "", "SO-1 is on hold"),
        ("SO-1", "priority", "5", "SO-1 has priority 5"),
        ("SO-1", "policy", "all_or_nothing", "SO-1 ships all or nothing"),
        ("SO-4", "policy", "up_to_n_shipments:3", "SO-4 ships up to 3"),
    ],
)
def test_a_decision_is_made_and_taken_back(
    shown: Screen, order: str, kind: str, value: str, said: str
) -> None:
    before = shown.on_file(order)
    shown.take(order)
    shown.weigh(kind, value)
    shown.apply()
    assert (shown.said, shown.undoable) == ([said], [said])
    assert shown.scenes[-1].undo.startswith("Undo ")
    assert shown.on_file(order) != before
    shown.presenter.undoer.undo()
    shown.settle()
    assert shown.on_file(order) == before
    assert (shown.undoable[-1], shown.scenes[-1].undo) == ("", "")


def test_a_cancel_says_that_it_is_final_and_offers_no_way_back(shown: Screen) -> None:
    shown.weigh("cancel")
    change = shown.detail.change
    assert change is not None
    assert change.about.endswith("This cannot be undone.")
    assert change.rows[0].after == "cancelled"
    shown.apply()
    assert shown.on_file("SO-1").cancelled
    assert (shown.undoable, shown.scenes[-1].undo) == ([""], "")


def test_nothing_is_taken_back_twice(shown: Screen) -> None:
    shown.weigh("hold")
    shown.apply()
    shown.presenter.undoer.undo()
    shown.presenter.undoer.undo()
    shown.settle()
    assert shown.said == ["SO-1 is on hold", "Taken back: hold of SO-1."]


def test_what_was_decided_before_a_restart_is_taken_back(qtbot: QtBot, shown: Screen) -> None:
    shown.weigh("hold")
    shown.apply()
    again = Screen(qtbot, shown.floor)
    assert again.scenes[-1].undo == "Undo hold of SO-1"
    again.presenter.undoer.undo()
    again.settle()
    assert (again.on_file("SO-1").hold, again.scenes[-1].undo) == (False, "")
    again.thread.stop()


def test_what_was_decided_elsewhere_since_is_not_taken_back_unseen(shown: Screen) -> None:
    shown.weigh("hold")
    shown.apply()
    change_order("SO-2", OrderChange(priority=1), shown.floor.desk)
    shown.presenter.undoer.undo()
    shown.settle()
    assert shown.troubles == ["Something was decided after that. Look again, then take it back."]
    assert (shown.on_file("SO-1").hold, shown.on_file("SO-2").priority) == (True, 1)
    assert shown.scenes[-1].undo == "Undo priority 1 of SO-2"


def test_a_change_says_in_one_sentence_what_it_does(shown: Screen) -> None:
    shown.weigh("hold")
    change = shown.detail.change
    assert change is not None
    assert change.summary.startswith("SO-2 gains 3, SO-1 loses 4")


def test_nothing_is_applied_twice(shown: Screen) -> None:
    shown.weigh("hold")
    shown.presenter.hand.decider.apply()
    shown.presenter.hand.decider.apply()
    shown.settle()
    assert shown.said == ["SO-1 is on hold"]


@pytest.mark.parametrize(
    ("kind", "value"), [("priority", "9"), ("policy", "whenever"), ("policy", "up_to_n_shipments")]
)
def test_a_bad_value_is_refused_in_words_and_changes_nothing(
    shown: Screen, kind: str, value: str
) -> None:
    before = shown.on_file("SO-1")
    shown.weigh(kind, value)
    assert len(shown.troubles) == 1
    assert (shown.detail.change, shown.detail.busy, shown.on_file("SO-1")) == (None, "", before)


def test_an_order_that_somebody_else_cancelled_is_refused(shown: Screen) -> None:
    change_order("SO-1", OrderChange(cancel=True), shown.floor.desk)
    shown.weigh("hold")
    assert (len(shown.troubles), shown.detail.change) == (1, None)


def test_a_change_is_refused_where_the_order_was_cancelled_meanwhile(shown: Screen) -> None:
    shown.weigh("hold")
    change_order("SO-1", OrderChange(cancel=True), shown.floor.desk)
    shown.apply()
    assert (len(shown.troubles), shown.said, shown.on_file("SO-1").hold) == (1, [], False)


def test_a_scanned_order_is_taken_in_hand(shown: Screen) -> None:
    shown.presenter.keep("late")
    shown.presenter.find("SO-4")
    shown.settle()
    assert (shown.detail.order, shown.scenes[-1].selected_at) == ("SO-4", 3)


@pytest.mark.parametrize("code", ["SO-99", "ASN-1", "4006381333931", "", "\x1d"])
def test_a_code_that_names_nothing_that_waits_is_told_and_selects_nothing(
    shown: Screen, code: str
) -> None:
    shown.presenter.find(code)
    shown.settle()
    assert (len(shown.elsewhere), shown.detail.order) == (1, "SO-1")


def test_the_queue_is_saved_as_csv(shown: Screen, tmp_path: Path) -> None:
    path = tmp_path / "queue.csv"
    shown.presenter.save(str(path))
    shown.settle()
    lines = path.read_text().splitlines()
    assert (len(lines), lines[1].split(",")[:5]) == (5, ["1", "SO-1", "1", "LAMP", "4"])
    assert shown.said == [f"Saved the queue to {path}"]


@pytest.mark.parametrize("where", ["nowhere/queue.csv", "."])
def test_a_file_that_cannot_be_written_is_told(shown: Screen, tmp_path: Path, where: str) -> None:
    shown.presenter.save(str(tmp_path / where))
    shown.settle()
    assert (shown.said, len(shown.troubles)) == ([], 1)


def test_an_empty_queue_says_that_nothing_waits(qtbot: QtBot, tmp_path: Path) -> None:
    shown = Screen(qtbot, make_floor(tmp_path / "empty.db"))
    assert shown.scenes[-1].empty == "Nothing waits: what is open is in the building."
    assert shown.details[-1] is None
    shown.weigh("hold")
    assert shown.troubles == []
    shown.thread.stop()


@pytest.mark.parametrize("kind", ["substitute", "", "HOLD"])
def test_a_decision_that_nobody_offers_is_an_error(kind: str) -> None:
    with pytest.raises(KeyError):
        change_of(kind, "")


def _line(order: int, units: int, age: int, promised: int | None) -> Backorder:
    ordered = NOW - timedelta(hours=age)
    promise = None if promised is None else NOW + timedelta(hours=promised)
    return Backorder(
        order, f"SO-{order}", "1", "LAMP", units, "backorder", ordered, promise, None, (), None
    )


LINES = st.lists(
    st.builds(
        _line,
        st.integers(1, 20),
        st.integers(1, 9),
        st.integers(0, 99),
        st.none() | st.integers(-72, 72),
    ),
    max_size=12,
)


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory) -> BackorderBoard:
    return backorder_board(make_floor(tmp_path_factory.mktemp("board") / "floor.db").desk)


@given(LINES, st.sampled_from(sorted(SORTABLE)))
def test_no_order_loses_or_doubles_a_line(
    board: BackorderBoard, lines: list[Backorder], sort: str
) -> None:
    queue = BackorderQueue(tuple(lines), 1, frozenset(), board.queue.zone)
    mine = replace(board, queue=queue)
    rising, falling = (arrange(mine, ALL, sort, falling=way).lines for way in (False, True))
    assert sorted(map(repr, rising)) == sorted(map(repr, lines))
    assert falling == rising[::-1]


@given(LINES, st.sampled_from(sorted(FILTER_ICONS)))
def test_a_filter_counts_what_it_leaves(
    board: BackorderBoard, lines: list[Backorder], kept: str
) -> None:
    mine = replace(board, queue=BackorderQueue(tuple(lines), 1, frozenset(), board.queue.zone))
    found = arrange(mine, kept, "rank", falling=False)
    assert found.counts[kept] == len(found.lines)


@pytest.mark.parametrize(
    ("promised", "word"),
    [(None, "No promise"), (-1, "Late 1 h"), (-49, "Late 2 d"), (5, "At risk"), (90, "At risk")],
)
def test_a_line_without_a_date_is_never_said_to_be_in_time(
    board: BackorderBoard, promised: int | None, word: str
) -> None:
    assert mark_of(_line(1, 1, 9, promised), board).word == word


def test_a_starving_order_stands_under_its_filter_with_what_it_lacks(
    qtbot: QtBot, tmp_path: Path
) -> None:
    floor = make_floor(tmp_path / "starving.db")
    rows = [
        f"{number},{line},Hof,{sku},2,{ordered}T08:00Z,,3,all_or_nothing,"
        for number, ordered in (("SO-5", "2026-02-20"), ("SO-4", "2026-02-10"))
        for line, sku in ((1, "LAMP"), (2, "VASE"))
    ]
    floor.give(orders=orders(*rows), stock=stock("A-1,LAMP,9,,"))
    screen = Screen(qtbot, floor)

    screen.presenter.keep("starving")
    screen.settle()

    assert screen.orders() == ["SO-4", "SO-4", "SO-5", "SO-5"]
    assert {one.name: one.count for one in screen.scenes[-1].filters}["starving"] == "4"
    assert "Ordered 22 days ago: 2 units of it are here and may not go" in " ".join(
        screen.detail.why_about
    )
    assert ("Shipment 1", "2 LAMP, 2 VASE, the last allowed. No date: lacks 2 VASE (no date).") in [
        (fact.label, fact.value) for fact in screen.detail.facts
    ]
    screen.presenter.keep("all")
    screen.settle()
    assert screen.scenes[-1].sort == "rank"
    screen.thread.stop()


def test_an_order_names_who_says_otherwise_and_stands_under_its_filter(
    floor: Floor, shown: Screen
) -> None:
    agree_policy("Hof", "all_or_nothing", None, floor.desk)
    agree_policy("Nook", "up_to_n_shipments", 2, floor.desk)
    shown.presenter.refresh()
    shown.settle()
    shown.presenter.keep("clash")
    shown.settle()

    assert shown.orders() == ["SO-3", "SO-4"]
    shown.take("SO-4")
    said = [(fact.label, fact.value, fact.state) for fact in shown.detail.facts]
    assert ("Ships", "up to 2", "") in said
    assert ("Instead of", "customer: all or nothing", "bad") in said
    assert ("Instead of", "site: as available", "") in said
    shown.take("SO-3")
    said = [(fact.label, fact.value, fact.state) for fact in shown.detail.facts]
    assert ("Ships", "customer: up to 2", "") in said
    assert ("Against it", "RUG cannot be backordered: cancel or substitute it", "bad") in said
    options = shown.detail.decisions[-1].options
    assert [one.label for one in options if one.chosen] == ["customer: up to 2"]


CARRIED = "order,line,customer,sku,quantity,ordered_at,promised_at,carrier\n"


@pytest.mark.parametrize(
    ("promised", "carrier", "mark", "beside"),
    [
        ("2026-03-05", "Fast", "Misses pickup", "at 10:00"),
        ("", "Fast", "Misses pickup", "at 10:00"),
        ("2026-03-03T08:00Z", "Fast", "Late 24 h", "misses pickup 10:00"),
        ("2026-03-04T10:00Z", "Fast", "Will be late", "misses pickup 10:00"),
        ("2026-03-05", "Other", "In time", ""),
    ],
)
def test_a_missed_pickup_is_said_of_the_line(
    tmp_path: Path, promised: str, carrier: str, mark: str, beside: str
) -> None:
    floor = make_floor(tmp_path / "floor.db")
    floor.give(
        orders=f"{CARRIED}SO-1,1,Ann,LAMP,2,2026-02-20,{promised},{carrier}\n",
        inbound=inbound("T-1,1,Acme,LAMP,9,2026-03-04T11:00Z,"),
    )
    fast = Wish(NOW + timedelta(hours=2), details={"carrier": "Fast"})
    book("P-1", fast, floor.desk, direction="outbound")

    reader = Reader(floor.desk)
    read = reader.read(Asked(1, ALL, RANK, falling=False, selected=None), None)

    (row,) = read.pages[0].rows
    assert (row.mark.word, row.pickup) == (mark, beside)
    assert read.detail is not None
    told = " ".join(read.detail.why_about)
    assert ("SO-1 misses the 10:00 pickup of Fast" in told) is (carrier == "Fast")
