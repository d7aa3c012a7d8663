"""Remark on receipts: why a line is not as announced, and where its picture lies.

Revision 0011, after 0010.
"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "remarks",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("fact", BIG, nullable=False),
        sa.Column("inbound_line_id", BIG, nullable=False),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.Column("photo", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(["fact"], ["facts.sequence"], name=op.f("fk_remarks_fact")),
        sa.ForeignKeyConstraint(
            ["inbound_line_id"], ["inbound_lines.id"], name=op.f("fk_remarks_inbound_line_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_remarks")),
    )
    op.create_index(op.f("ix_remarks_inbound_line_id"), "remarks", ["inbound_line_id"])
