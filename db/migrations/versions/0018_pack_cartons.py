"""Pack shipments into cartons, and let a closed shipment be reopened and handed over.

Revision 0018, after 0017.  SSCCs that were given before are cartons of their shipments.
"""

from collections import Counter

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TO_FACTS = ("opened", "dropped", "weighed")
DOCUMENTS = sa.table(
    "documents", *(sa.column(name) for name in ("id", "fact", "kind", "number", "shipment_id"))
)


def upgrade() -> None:
    with op.batch_alter_table("shipments") as batch:
        for name in ("reopened", "handed_over"):
            batch.add_column(sa.Column(name, BIG, nullable=True))
            batch.create_foreign_key(op.f(f"fk_shipments_{name}"), "facts", [name], ["sequence"])
    op.create_index(op.f("ix_shipments_reopened"), "shipments", ["reopened"])
    op.add_column(
        "verifications", sa.Column("carton", sa.BigInteger(), server_default="1", nullable=False)
    )
    cartons = op.create_table(
        "cartons",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("fact", BIG, nullable=False),
        sa.Column("shipment_id", BIG, nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("sscc", sa.Text(), nullable=True),
        *(sa.Column(name, BIG, nullable=True) for name in TO_FACTS[:2]),
        sa.Column("weight_g", sa.BigInteger(), nullable=True),
        sa.Column("weighed", BIG, nullable=True),
        sa.Column("tracking", sa.Text(), nullable=True),
        sa.Column("carrier", sa.Text(), server_default="", nullable=False),
        sa.CheckConstraint("number > 0", name=op.f("ck_cartons_number")),
        sa.CheckConstraint("weight_g > 0", name=op.f("ck_cartons_weight")),
        *(
            sa.ForeignKeyConstraint([name], ["facts.sequence"], name=op.f(f"fk_cartons_{name}"))
            for name in ("fact", *TO_FACTS)
        ),
        sa.ForeignKeyConstraint(
            ["shipment_id"], ["shipments.id"], name=op.f("fk_cartons_shipment_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cartons")),
        sa.UniqueConstraint("sscc", name=op.f("uq_cartons_sscc")),
        sa.UniqueConstraint("tracking", name=op.f("uq_cartons_tracking")),
        sa.UniqueConstraint("shipment_id", "number", name=op.f("uq_cartons_shipment_id_number")),
    )
    _move(cartons)


def _move(cartons: sa.Table) -> None:
    """Make a carton of every SSCC that was kept as a document."""
    d = DOCUMENTS.c
    given = sa.select(d.fact, d.number, d.shipment_id).where(d.kind == "carton").order_by(d.id)
    counted = Counter[int]()
    for fact, sscc, shipment in op.get_bind().execute(given).all():
        counted[shipment] += 1
        row = {"fact": fact, "shipment_id": shipment, "sscc": sscc}
        op.execute(sa.insert(cartons).values({**row, "number": counted[shipment]}))
    op.execute(sa.delete(DOCUMENTS).where(d.kind == "carton"))
