"""Put back what was picked, and count places.

Revision 0016, after 0015.
"""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column("sweeps", sa.Column("purpose", sa.Text(), server_default="", nullable=False))
    op.create_table(
        "put_backs",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("fact", BIG, nullable=False),
        sa.Column("sitting_id", BIG, nullable=False),
        sa.Column("order_id", BIG, nullable=False),
        sa.Column("order_line_id", BIG, nullable=True),
        sa.Column("product_id", BIG, nullable=False),
        sa.Column("told", sa.BigInteger(), nullable=False),
        sa.Column("moved", sa.BigInteger(), nullable=False),
        sa.Column("from_location_id", BIG, nullable=False),
        sa.Column("lot", sa.Text(), server_default="", nullable=False),
        sa.Column("expires_on", sa.Text(), server_default="", nullable=False),
        sa.Column("serial", sa.Text(), server_default="", nullable=False),
        *(
            sa.ForeignKeyConstraint([column], [target], name=op.f(f"fk_put_backs_{column}"))
            for column, target in (
                ("fact", "facts.sequence"),
                ("sitting_id", "sittings.id"),
                ("order_id", "orders.id"),
                ("order_line_id", "order_lines.id"),
                ("product_id", "products.id"),
                ("from_location_id", "locations.id"),
            )
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_put_backs")),
    )
    for column in ("fact", "sitting_id", "order_id"):
        op.create_index(op.f(f"ix_put_backs_{column}"), "put_backs", [column])
    op.create_table(
        "count_calls",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("fact", BIG, nullable=False),
        sa.Column("location_id", BIG, nullable=False),
        sa.Column("product_id", BIG, nullable=True),
        sa.Column("kind", sa.Text(), server_default="", nullable=False),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.CheckConstraint("kind in ('short','not_empty')", name=op.f("ck_count_calls_kind")),
        *(
            sa.ForeignKeyConstraint([column], [target], name=op.f(f"fk_count_calls_{column}"))
            for column, target in (
                ("fact", "facts.sequence"),
                ("location_id", "locations.id"),
                ("product_id", "products.id"),
            )
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_count_calls")),
    )
    op.create_index(op.f("ix_count_calls_location_id"), "count_calls", ["location_id"])
