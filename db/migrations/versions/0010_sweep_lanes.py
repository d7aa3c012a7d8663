"""Sweep lanes: what is scanned in one beside what should be there; know an order's carrier.

Revision 0010, after 0009.
"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column("orders", sa.Column("carrier", sa.Text(), server_default="", nullable=False))
    op.create_table(
        "sweeps",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("fact", BIG, nullable=False),
        sa.Column("location_id", BIG, nullable=False),
        sa.Column("closed", BIG, nullable=True),
        sa.ForeignKeyConstraint(["fact"], ["facts.sequence"], name=op.f("fk_sweeps_fact")),
        sa.ForeignKeyConstraint(
            ["location_id"], ["locations.id"], name=op.f("fk_sweeps_location_id")
        ),
        sa.ForeignKeyConstraint(["closed"], ["facts.sequence"], name=op.f("fk_sweeps_closed")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sweeps")),
    )
    op.create_index(op.f("ix_sweeps_location_id"), "sweeps", ["location_id"])
    op.create_table(
        "sweep_counts",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("fact", BIG, nullable=False),
        sa.Column("sweep_id", BIG, nullable=False),
        sa.Column("product_id", BIG, nullable=False),
        sa.Column("delta", sa.BigInteger(), nullable=False),
        sa.Column("lot", sa.Text(), server_default="", nullable=False),
        sa.Column("expires_on", sa.Text(), server_default="", nullable=False),
        sa.Column("serial", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(["fact"], ["facts.sequence"], name=op.f("fk_sweep_counts_fact")),
        sa.ForeignKeyConstraint(["sweep_id"], ["sweeps.id"], name=op.f("fk_sweep_counts_sweep_id")),
        sa.ForeignKeyConstraint(
            ["product_id"], ["products.id"], name=op.f("fk_sweep_counts_product_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sweep_counts")),
    )
    for column in ("fact", "sweep_id"):
        op.create_index(op.f(f"ix_sweep_counts_{column}"), "sweep_counts", [column])
