"""Let approved substitutes stand in for products, in their ratio, where an order allows them.

Revision 0007, after 0006.
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
KINDS = "kind in ('order','cancel','pin','unpin','substitute','undo')"


def upgrade() -> None:
    for name in ("units", "replaces"):
        one = sa.Column(name, sa.BigInteger(), server_default="1", nullable=False)
        op.add_column("substitutes", one)
    op.add_column(
        "orders",
        sa.Column("allow_substitutes", sa.Boolean(), server_default=sa.false(), nullable=False),
    )
    op.create_table(
        "stand_ins",
        sa.Column("order_line_id", BIG, nullable=False),
        sa.Column("stands_for_id", BIG, nullable=False),
        sa.Column("replaces", sa.BigInteger(), nullable=False),
        sa.Column("fact", BIG, nullable=False),
        sa.CheckConstraint("replaces >= 0", name=op.f("ck_stand_ins_replaces")),
        sa.CheckConstraint("order_line_id <> stands_for_id", name=op.f("ck_stand_ins_lines")),
        sa.ForeignKeyConstraint(["fact"], ["facts.sequence"], name=op.f("fk_stand_ins_fact")),
        sa.ForeignKeyConstraint(
            ["order_line_id"], ["order_lines.id"], name=op.f("fk_stand_ins_order_line_id")
        ),
        sa.ForeignKeyConstraint(
            ["stands_for_id"], ["order_lines.id"], name=op.f("fk_stand_ins_stands_for_id")
        ),
        sa.PrimaryKeyConstraint("order_line_id", name=op.f("pk_stand_ins")),
    )
    op.create_index(op.f("ix_stand_ins_stands_for_id"), "stand_ins", ["stands_for_id"])
    with op.batch_alter_table("decisions") as decisions:
        name = op.f("ck_decisions_kind")
        decisions.drop_constraint(name, type_="check")
        decisions.create_check_constraint(name, KINDS)
