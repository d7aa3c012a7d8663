"""Chooses orders to complete with the solver HiGHS (the package's extra ``optimizer``).

Source: HiGHS documentation, "Options" and "highspy".
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from time import perf_counter
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from app.domain.errors import RefusedError
from app.domain.plan.contest import Chosen, filled
from app.domain.plan.supply import sums

if TYPE_CHECKING:
    from datetime import timedelta

    from numpy.typing import NDArray

    from app.domain.plan.contest import Contest
    from app.domain.plan.facts import Flags, Ints

    Floats = NDArray[np.float64]

PROVING: Final = 0.7  # of a class's time; what is left of it goes into the units
KEPT_BACK: Final = 0.2  # of all time: for what is done before and after the solver
LEAST: Final = 0.02  # of all time: what every class may use in any case
EXACT: Final = 1e-6
HALF: Final = 0.5


def has_solver() -> bool:
    """Tell whether the extra is installed."""
    return find_spec("highspy") is not None


def open_solver(limit: timedelta) -> HighsSolver:
    """Return a solver whose time begins now; RefusedError without the extra."""
    begun = perf_counter()
    try:
        import highspy
    except ImportError as error:
        raise RefusedError("needs_extra", what="--objective value", extra="optimizer") from error
    return HighsSolver(highspy, begun, limit.total_seconds())


class HighsSolver:
    """Answers every contest with a set that fits, be there much time or none at all."""

    def __init__(self, highs: Any, begun: float, seconds: float) -> None:
        self._highs, self._least = highs, LEAST * seconds
        self._deadline = begun + seconds * (1 - KEPT_BACK)

    def choose(self, contest: Contest, share: float) -> Chosen:
        """Answer within a share (0 to 1) of the time that is left."""
        now = perf_counter()
        end = now + max(self._least, (self._deadline - now) * share)
        size = contest.owner.size
        orders, bound = contest.start, size
        if (seconds := PROVING * (end - perf_counter())) > 0:
            model = _counting(contest)
            found, most = self._run(model, np.ones(size), orders, seconds)
            orders = _better(contest, found, orders)
            bound = max(int(orders.sum()), min(size, int(np.floor(most + EXACT))))
        if (seconds := end - perf_counter()) > 0:
            model = _weighing(contest, int(orders.sum()))
            worth = contest.worth + contest.ranked / (size + 1)
            gains = np.concatenate((_own_units(contest) + worth, np.ones(contest.supply.size)))
            found, _ = self._run(model, gains, orders, seconds)
            orders = _better(contest, found, orders)
        return Chosen(orders, bound)

    def _run(
        self, model: _Model, gains: Floats, start: Flags, seconds: float
    ) -> tuple[Flags, float]:
        """Return the orders of the best solution found, and the proven bound of what it gains."""
        solver = self._highs.Highs.__base__()  # Highs itself greets on standard output
        options = {"output_flag": False, "threads": 1, "random_seed": 0, "mip_rel_gap": 0.0}
        for name, value in (options | {"time_limit": seconds}).items():
            solver.setOptionValue(name, value)
        solver.passModel(self._model(model, gains, start.size))
        solver.setSolution(start.size, np.arange(start.size, dtype=np.int32), start.astype(float))
        solver.run()
        values = np.array(solver.getSolution().col_value)
        found = values[: start.size] > HALF if values.size else np.zeros_like(start)
        most = float(solver.getInfo().mip_dual_bound)
        return found, most if np.isfinite(most) else float(start.size)

    def _model(self, model: _Model, gains: Floats, orders: int) -> Any:
        """Return a model as the solver takes it: every variable is whole, the orders are 0 or 1."""
        kinds = self._highs.HighsVarType
        made = self._highs.HighsLp()
        made.num_col_, made.num_row_ = gains.size, model.most.size
        made.sense_ = self._highs.ObjSense.kMaximize
        made.col_cost_ = gains
        made.col_lower_ = np.zeros(gains.size)
        made.col_upper_ = np.where(np.arange(gains.size) < orders, 1.0, np.inf)
        made.integrality_ = [kinds.kInteger] * gains.size
        made.row_lower_, made.row_upper_ = model.least, model.most
        turn = np.lexsort((model.column, model.row))
        made.a_matrix_.format_ = self._highs.MatrixFormat.kRowwise
        made.a_matrix_.start_ = np.searchsorted(model.row[turn], np.arange(model.most.size + 1))
        made.a_matrix_.index_ = model.column[turn]
        made.a_matrix_.value_ = model.factor[turn]
        return made


@dataclass(frozen=True, slots=True, eq=False)
class _Model:
    """Rows ``least <= sum of factor * variable <= most``; variables are orders, then parts.

    A part is what orders that are not completed take of a product.
    """

    row: Ints
    column: Ints
    factor: Floats
    least: Floats
    most: Floats


def _counting(contest: Contest) -> _Model:
    """Return the model of the orders alone: together they need no more than there is."""
    return _Model(
        row=contest.product,
        column=_orders(contest),
        factor=contest.units.astype(float),
        least=np.full(contest.supply.size, -np.inf),
        most=contest.supply.astype(float),
    )


def _weighing(contest: Contest, completed: int) -> _Model:
    """Return the model with parts: no fewer orders, and no part beyond what is wanted of it."""
    size, goods = contest.owner.size, np.arange(contest.supply.size)
    order, eager = _orders(contest), np.repeat(contest.takes_part, np.diff(contest.first))
    asked = contest.rest + sums(contest.product[eager], contest.units[eager], goods.size)
    count = np.full(size, 2 * goods.size)
    row = (contest.product, goods, contest.product[eager] + goods.size, goods + goods.size, count)
    column = (order, goods + size, order[eager], goods + size, np.arange(size))
    ones, units = np.ones(goods.size), contest.units.astype(float)
    return _Model(
        row=np.concatenate(row),
        column=np.concatenate(column),
        factor=np.concatenate((units, ones, units[eager], ones, np.ones(size))),
        least=np.concatenate((np.full(2 * goods.size, -np.inf), [completed])),
        most=np.concatenate((contest.supply, asked, [size])).astype(float),
    )


def _orders(contest: Contest) -> Ints:
    return np.repeat(np.arange(contest.owner.size), np.diff(contest.first))


def _own_units(contest: Contest) -> Ints:
    """Return the units of scarce products that each order needs."""
    return sums(_orders(contest), contest.units, contest.owner.size)


def _better(contest: Contest, found: Flags, known: Flags) -> Flags:
    """Return the set that was found where it fits and is no smaller, with all that still fits."""
    if not contest.fits(found) or found.sum() < known.sum():
        found = known
    return filled(contest, np.argsort(~found, kind="stable"))
