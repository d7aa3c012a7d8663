"""Agree backorder policies with customers.

Revision 0004, after 0003.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "customer_policies",
        sa.Column("customer", sa.Text(), nullable=False),
        sa.Column("policy", sa.Text(), server_default="", nullable=False),
        sa.Column("max_shipments", sa.BigInteger(), nullable=True),
        sa.Column("fact", BIG, nullable=False),
        sa.CheckConstraint(
            "policy in ('ship_as_available','all_or_nothing','up_to_n_shipments','default')",
            name=op.f("ck_customer_policies_policy"),
        ),
        sa.ForeignKeyConstraint(
            ["fact"], ["facts.sequence"], name=op.f("fk_customer_policies_fact")
        ),
        sa.PrimaryKeyConstraint("customer", name=op.f("pk_customer_policies")),
    )
