"""The tables.  Facts are appended; a row's ``fact`` says who, when, where and in which order.

Only ``stock`` is a projection (on-hand), written in the ledger's own transaction.  Quantities that
grow and shrink (receipts, locks, picks, shorts, verifications) are kept as signed deltas, so that
an undo is one more row.  No table holds a peg or a reservation.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    false,
)

from db.columns import BIG, Instant, counted, fact, key, link, text, traced, whole

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

facts = Table(
    "facts",
    metadata,
    Column("sequence", BIG, primary_key=True, autoincrement=True),
    Column("at", Instant, nullable=False),
    text("actor"),
    text("station"),
    text("site"),
    text("kind"),
    text("subject"),
    text("data", "{}"),
    sqlite_autoincrement=True,
)

# Places -----------------------------------------------------------------------------------------
sites = Table("sites", metadata, Column("code", Text, primary_key=True), text("name"))
settings = Table(
    "settings",
    metadata,
    Column("site", Text, ForeignKey("sites.code"), primary_key=True),
    Column("name", Text, primary_key=True),
    text("value"),
    fact(),
)
scanner_profiles = Table(
    "scanner_profiles",  # how each device of a station was tuned, JSON
    metadata,
    Column("site", Text, ForeignKey("sites.code"), primary_key=True),
    Column("station", Text, primary_key=True),
    Column("device", Text, primary_key=True),
    text("tuning", "{}"),
    fact(),
)
stations = Table(
    "stations",
    metadata,
    Column("name", Text, primary_key=True),
    Column("site", Text, ForeignKey("sites.code"), nullable=False),
    fact(),
)
locations = Table(
    "locations",
    metadata,
    key(),
    Column("site", Text, ForeignKey("sites.code"), nullable=False),
    text("code"),
    text("kind"),
    text("zone"),
    whole("pick_sequence", null=True),
    text("purpose"),
    fact(),
    UniqueConstraint("site", "code"),
    CheckConstraint(
        "kind in ('storage','staging','dock','packing','carton','quarantine',"
        "'supplier','customer','adjustment')",
        name="kind",
    ),
)
doors = Table(
    "doors",
    metadata,
    key(),
    Column("site", Text, ForeignKey("sites.code"), nullable=False),
    text("code"),
    fact(),
    text("direction", "both"),
    text("hours"),
    text("equipment"),
    UniqueConstraint("site", "code"),
    CheckConstraint("direction in ('in','out','both')", name="direction"),
)
door_blocks = Table(
    "door_blocks",
    metadata,
    key(),
    fact(),
    link("door_id", "doors.id", index=True),
    Column("start_at", Instant, nullable=False),
    Column("end_at", Instant, nullable=False),
    text("note"),
    link("lifted", "facts.sequence", null=True),
    CheckConstraint("start_at < end_at", name="window"),
)

# Goods ------------------------------------------------------------------------------------------
products = Table(
    "products",
    metadata,
    key(),
    Column("sku", Text, nullable=False, unique=True),
    text("description"),
    whole("unit_weight_g", null=True),
    Column("backorderable", Boolean, nullable=False),
    whole("lead_time_days", null=True),
    whole("safety_stock"),
    text("supplier"),
    link("home_location_id", "locations.id", null=True),
    text("tracking", "none"),
    fact(index=True),
    text("zone"),
)
substitutes = Table(
    "substitutes",
    metadata,
    Column("product_id", BIG, ForeignKey("products.id"), primary_key=True),
    Column("position", BIG, primary_key=True),
    link("substitute_id", "products.id"),
    counted("units"),  # so many of it stand in for ``replaces`` of the product
    counted("replaces"),
)
barcodes = Table(
    "barcodes",
    metadata,
    Column("key", Text, primary_key=True),
    text("code"),
    link("product_id", "products.id", index=True),
    whole("units"),
    fact(),
    CheckConstraint("units > 0", name="units"),
)

# Demand -----------------------------------------------------------------------------------------
orders = Table(
    "orders",
    metadata,
    key(),
    Column("number", Text, nullable=False, unique=True),
    text("customer"),
    Column("ordered_at", Instant, nullable=False),
    Column("promised_at", Instant),
    whole("priority"),
    text("policy"),
    whole("max_shipments", null=True),
    text("ship_to"),
    text("email"),
    Column("hold", Boolean, nullable=False),
    Column("cancelled", Boolean, nullable=False),
    whole("shipments_before"),
    text("said"),  # what the last import said of what people change too
    fact(index=True),
    Column("preferred", BIG, nullable=False, server_default="0"),  # the priority it goes first in
    Column("allow_substitutes", Boolean, nullable=False, server_default=false()),
    text("carrier"),  # "" for the next pickup of any
    text("language"),  # of its papers; "" for its customer's
    text("note"),  # for whoever opens the box
    text("reference"),  # the customer's own number
    CheckConstraint("priority between 1 and 5", name="priority"),
    CheckConstraint(
        "policy in ('ship_as_available','all_or_nothing','up_to_n_shipments','default')",
        name="policy",
    ),
)
customer_policies = Table(
    "customer_policies",
    metadata,
    Column("customer", Text, primary_key=True),
    text("policy"),
    whole("max_shipments", null=True),
    fact(),
    CheckConstraint(
        "policy in ('ship_as_available','all_or_nothing','up_to_n_shipments','default')",
        name="policy",
    ),
)
customer_languages = Table(
    "customer_languages",
    metadata,
    Column("customer", Text, primary_key=True),
    text("language"),  # "" for the site's
    fact(),
)
order_lines = Table(
    "order_lines",
    metadata,
    key(),
    link("order_id", "orders.id"),
    text("line"),
    link("product_id", "products.id", index=True),
    whole("quantity"),
    whole("shipped_before"),
    whole("cancelled"),
    fact(index=True),
    UniqueConstraint("order_id", "line"),
    CheckConstraint("quantity > 0", name="quantity"),
    CheckConstraint("shipped_before >= 0 and cancelled >= 0", name="counts"),
    CheckConstraint("shipped_before + cancelled <= quantity", name="total"),
)
stand_ins = Table(
    "stand_ins",  # lines that stand in for others of their order
    metadata,
    Column("order_line_id", BIG, ForeignKey("order_lines.id"), primary_key=True),
    link("stands_for_id", "order_lines.id", index=True),
    whole("replaces"),  # units of that line; none once it was taken back
    fact(),
    CheckConstraint("replaces >= 0", name="replaces"),
    CheckConstraint("order_line_id <> stands_for_id", name="lines"),
)

# Supply -----------------------------------------------------------------------------------------
inbound = Table(
    "inbound",
    metadata,
    key(),
    Column("site", Text, ForeignKey("sites.code"), nullable=False),
    Column("asn", Text, nullable=False, unique=True),
    text("supplier"),
    text("purchase_order"),
    text("carrier"),
    text("trailer"),
    Column("expected_at", Instant, nullable=False),
    text("status", "scheduled"),
    Column("arrived_at", Instant),
    text("said"),  # what the last import said; the columns keep what the first said
    fact(index=True),
    CheckConstraint(
        "status in ('scheduled','arrived','closed','cancelled','no_show')", name="status"
    ),
)
inbound_lines = Table(
    "inbound_lines",
    metadata,
    key(),
    link("inbound_id", "inbound.id"),
    text("line"),
    link("product_id", "products.id", index=True),
    whole("quantity"),
    *traced()[:2],
    text("sscc"),
    fact(index=True),
    UniqueConstraint("inbound_id", "line"),
    CheckConstraint("quantity >= 0", name="quantity"),
)
appointments = Table(
    "appointments",
    metadata,
    key(),
    Column("site", Text, ForeignKey("sites.code"), nullable=False),
    text("direction", "inbound"),
    link("inbound_id", "inbound.id", null=True, index=True),
    link("door_id", "doors.id", null=True),
    Column("start_at", Instant, nullable=False),
    Column("end_at", Instant, nullable=False),
    fact(),
    CheckConstraint("start_at <= end_at", name="window"),
)
pickups = Table(
    "pickups",  # trucks that take goods away; all else about them is said by their dock events
    metadata,
    key(),
    Column("site", Text, ForeignKey("sites.code"), nullable=False),
    Column("number", Text, nullable=False, unique=True),
    Column("said_at", Instant, nullable=False),
    fact(),
)
dock_events = Table(
    "dock_events",  # of a delivery or of a pickup
    metadata,
    key(),
    fact(index=True),
    link("inbound_id", "inbound.id", null=True, index=True),
    text("kind"),
    Column("at", Instant),
    link("door_id", "doors.id", null=True),
    link("undoes", "dock_events.id", null=True),
    link("pickup_id", "pickups.id", null=True, index=True),
    Column("end_at", Instant),
    text("details", "{}"),  # JSON of what is said, by the names of the truck's details
    UniqueConstraint("undoes"),
    CheckConstraint("(inbound_id is null) <> (pickup_id is null)", name="truck"),
)

# The stock ledger -------------------------------------------------------------------------------
moves = Table(
    "moves",
    metadata,
    key(),
    fact(index=True),
    link("product_id", "products.id", index=True),
    whole("quantity"),
    link("from_location_id", "locations.id"),
    link("to_location_id", "locations.id"),
    *traced(),
    CheckConstraint("quantity > 0", name="quantity"),
    CheckConstraint("from_location_id <> to_location_id", name="places"),
)
stock = Table(
    "stock",
    metadata,
    Column("location_id", BIG, ForeignKey("locations.id"), primary_key=True),
    Column("product_id", BIG, ForeignKey("products.id"), primary_key=True),
    *(Column(c.name, c.type, primary_key=True, server_default="") for c in traced()),
    whole("quantity"),
    CheckConstraint("quantity >= 0", name="never_negative"),
    Index("ix_stock_product", "product_id"),
)

# Work -------------------------------------------------------------------------------------------
sittings = Table(
    "sittings",
    metadata,
    key(),
    fact(),
    text("job"),
    text("number"),
    link("ended", "facts.sequence", null=True),
    Index("ix_sittings_job", "job", "number"),
)
scans = Table(
    "scans",
    metadata,
    Column("scan_id", Text, primary_key=True),
    fact(index=True),
    link("sitting_id", "sittings.id"),
    text("job"),
    text("number"),
    text("code"),
    text("device"),
    text("outcome"),
    whole("quantity"),
    Column("changes", Boolean, nullable=False),
    Column("undoes", Text, ForeignKey("scans.scan_id"), unique=True),
    text("state", "{}"),
    text("answer", "{}"),
    Index("ix_scans_job", "job", "number", "fact"),
)
claims = Table(
    "claims",
    metadata,
    Column("job", Text, primary_key=True),
    Column("number", Text, primary_key=True),
    text("station"),
    fact(),
)
receipts = Table(
    "receipts",
    metadata,
    key(),
    fact(index=True),
    link("sitting_id", "sittings.id", null=True, index=True),
    link("inbound_line_id", "inbound_lines.id", index=True),
    text("disposition"),
    whole("told"),
    whole("moved"),
    link("dock_id", "locations.id"),
    link("location_id", "locations.id", null=True),
    link("order_line_id", "order_lines.id", null=True),
    *traced(),
    CheckConstraint("disposition in ('cross_dock','put_away','damaged')", name="disposition"),
)
remarks = Table(
    "remarks",  # why a line of a receipt is not as announced
    metadata,
    key(),
    fact(),
    link("inbound_line_id", "inbound_lines.id", index=True),
    text("reason"),
    text("photo"),  # the path of a picture
)
locks = Table(
    "locks",
    metadata,
    key(),
    fact(index=True),
    text("kind"),
    link("order_line_id", "order_lines.id", index=True),
    link("product_id", "products.id", index=True),
    whole("delta"),
    link("location_id", "locations.id", null=True),
    link("inbound_line_id", "inbound_lines.id", null=True),
    *traced(),
    CheckConstraint("kind in ('pin','staged')", name="kind"),
)
decisions = Table(
    "decisions",
    metadata,
    key(),
    fact(),
    link("order_id", "orders.id", index=True),
    text("kind"),
    text("before", "{}"),  # JSON, by the order's column
    text("after", "{}"),
    link("undoes", "decisions.id", null=True),
    UniqueConstraint("undoes"),
    CheckConstraint("kind in ('order','cancel','pin','unpin','substitute','undo')", name="kind"),
)
losses = Table(
    "losses",  # what a shortage took from whom, as it was said when it happened
    metadata,
    key(),
    fact(),
    link("inbound_id", "inbound.id"),
    link("order_line_id", "order_lines.id"),
    whole("quantity"),
    whole("later"),
)
shorts = Table(
    "shorts",
    metadata,
    key(),
    fact(index=True),
    link("location_id", "locations.id"),
    link("product_id", "products.id", index=True),
    whole("delta"),
    *traced(),
)
shipments = Table(
    "shipments",
    metadata,
    key(),
    Column("number", Text, nullable=False, unique=True),
    link("order_id", "orders.id", index=True),
    whole("ordinal"),
    fact(index=True),
    link("closed", "facts.sequence", null=True, index=True),
    link("reopened", "facts.sequence", null=True, index=True),
    link("handed_over", "facts.sequence", null=True),
    UniqueConstraint("order_id", "ordinal"),
)
cartons = Table(
    "cartons",  # of a shipment; its contents are what is verified into it
    metadata,
    key(),
    fact(),
    link("shipment_id", "shipments.id"),
    whole("number"),  # from 1 within its shipment
    Column("sscc", Text, unique=True),  # none where the site has no company prefix
    link("opened", "facts.sequence", null=True),  # by whom it became the one in hand last
    link("dropped", "facts.sequence", null=True),  # it was empty when the shipment closed
    whole("weight_g", null=True),
    link("weighed", "facts.sequence", null=True),
    Column("tracking", Text, unique=True),
    text("carrier"),
    UniqueConstraint("shipment_id", "number"),
    CheckConstraint("number > 0", name="number"),
    CheckConstraint("weight_g > 0", name="weight"),
)
picks = Table(
    "picks",
    metadata,
    key(),
    fact(index=True),
    link("shipment_id", "shipments.id", index=True),
    link("order_line_id", "order_lines.id", index=True),
    link("product_id", "products.id"),
    whole("delta"),
    link("location_id", "locations.id"),
    *traced(),
)
verifications = Table(
    "verifications",
    metadata,
    key(),
    fact(index=True),
    link("shipment_id", "shipments.id", index=True),
    link("order_line_id", "order_lines.id"),
    whole("delta"),
    *traced(),
    counted("carton"),  # its number within the shipment
)

put_backs = Table(
    "put_backs",  # picked units on their way back from the packing place to a shelf
    metadata,
    key(),
    fact(index=True),
    link("sitting_id", "sittings.id", index=True),
    link("order_id", "orders.id", index=True),
    link("order_line_id", "order_lines.id", null=True),  # null: nobody's any more
    link("product_id", "products.id"),
    whole("told"),
    whole("moved"),
    link("from_location_id", "locations.id"),
    *traced(),
)
clusters = Table(
    "clusters",  # orders picked on one walk
    metadata,
    key(),
    fact(),
    text("number"),
    UniqueConstraint("number"),
)
cluster_orders = Table(
    "cluster_orders",
    metadata,
    key(),
    fact(),
    link("cluster_id", "clusters.id", index=True),
    link("order_id", "orders.id", index=True),
    whole("position"),
)
cluster_totes = Table(
    "cluster_totes",  # which tote an order's units go into; the newest counts
    metadata,
    key(),
    fact(index=True),
    link("cluster_id", "clusters.id", index=True),
    link("order_id", "orders.id"),
    text("tote"),
    whole("delta"),
    Index("ix_cluster_totes_tote", "tote"),
)
cluster_hands = Table(
    "cluster_hands",  # units scanned that lie in no tote yet
    metadata,
    key(),
    fact(index=True),
    link("sitting_id", "sittings.id", index=True),
    link("product_id", "products.id"),
    whole("delta"),
    *traced(),
)
sweeps = Table(
    "sweeps",  # what stands in a place, compared by scans with what should
    metadata,
    key(),
    fact(),
    link("location_id", "locations.id", index=True),
    link("closed", "facts.sequence", null=True),
    text("purpose"),  # "" for the sweep of a lane, count for what is posted at its close
)
count_calls = Table(
    "count_calls",  # why a place is to be counted, in the words of whoever stood there
    metadata,
    key(),
    fact(),
    link("location_id", "locations.id", index=True),
    link("product_id", "products.id", null=True),
    text("kind"),
    text("reason"),
    CheckConstraint("kind in ('short','not_empty')", name="kind"),
)
sweep_counts = Table(
    "sweep_counts",
    metadata,
    key(),
    fact(index=True),
    link("sweep_id", "sweeps.id", index=True),
    link("product_id", "products.id"),
    whole("delta"),
    *traced(),
)

# Paper ------------------------------------------------------------------------------------------
pictures = Table(
    "pictures",  # that documents show
    metadata,
    Column("digest", Text, primary_key=True),  # SHA-256 of the content
    Column("content", LargeBinary, nullable=False),
    fact(),
)
documents = Table(
    "documents",
    metadata,
    key(),
    fact(),
    text("kind"),
    text("number"),
    link("shipment_id", "shipments.id", null=True, index=True),
    text("content", "{}"),
)
prints = Table(
    "prints",
    metadata,
    key(),
    fact(),
    link("document_id", "documents.id", index=True),
    whole("copy"),
    text("state"),
    text("target"),
    text("detail"),
    text("station"),
    text("job"),
    Index("ix_prints_paper", "document_id", "copy"),
)
station_printers = Table(
    "station_printers",
    metadata,
    Column("station", Text, primary_key=True),
    Column("kind", Text, primary_key=True),
    text("printer"),
    fact(),
)
imports = Table(
    "imports",
    metadata,
    key(),
    fact(),
    text("name"),
    text("content_hash"),
)
