"""The tables.  Facts are appended; a row's ``fact`` says who, when, where and in which order.

Only ``stock`` is a projection (on-hand), written in the ledger's own transaction.  Quantities that
grow and shrink (receipts, locks, picks, shorts, verifications) are kept as signed deltas, so that
an undo is one more row.  No table holds a peg or a reservation.
"""

from db.tables.base import facts, metadata
from db.tables.demand import customer_languages, customer_policies, order_lines, orders, stand_ins
from db.tables.goods import barcodes, products, substitutes
from db.tables.ledger import moves, stock
from db.tables.paper import documents, imports, pictures, prints, station_printers
from db.tables.places import (
    door_blocks,
    doors,
    locations,
    scanner_profiles,
    settings,
    sites,
    stations,
)
from db.tables.shipping import (
    cartons,
    cluster_hands,
    cluster_orders,
    cluster_totes,
    clusters,
    picks,
    put_backs,
    shipments,
    verifications,
)
from db.tables.supply import appointments, dock_events, inbound, inbound_lines, pickups
from db.tables.work import (
    claims,
    count_calls,
    decisions,
    locks,
    losses,
    receipts,
    remarks,
    scans,
    shorts,
    sittings,
    sweep_counts,
    sweeps,
)

__all__ = [
    "appointments",
    "barcodes",
    "cartons",
    "claims",
    "cluster_hands",
    "cluster_orders",
    "cluster_totes",
    "clusters",
    "count_calls",
    "customer_languages",
    "customer_policies",
    "decisions",
    "dock_events",
    "documents",
    "door_blocks",
    "doors",
    "facts",
    "imports",
    "inbound",
    "inbound_lines",
    "locations",
    "locks",
    "losses",
    "metadata",
    "moves",
    "order_lines",
    "orders",
    "picks",
    "pickups",
    "pictures",
    "prints",
    "products",
    "put_backs",
    "receipts",
    "remarks",
    "scanner_profiles",
    "scans",
    "settings",
    "shipments",
    "shorts",
    "sites",
    "sittings",
    "stand_ins",
    "station_printers",
    "stations",
    "stock",
    "substitutes",
    "sweep_counts",
    "sweeps",
    "verifications",
]
