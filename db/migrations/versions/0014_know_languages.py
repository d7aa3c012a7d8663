"""Know customers' languages, an order's note and reference, and the pictures of documents.

Revision 0014, after 0013.
"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    for name in ("language", "note", "reference"):
        op.add_column("orders", sa.Column(name, sa.Text(), server_default="", nullable=False))
    op.create_table(
        "customer_languages",
        sa.Column("customer", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), server_default="", nullable=False),
        sa.Column("fact", BIG, nullable=False),
        sa.ForeignKeyConstraint(
            ["fact"], ["facts.sequence"], name=op.f("fk_customer_languages_fact")
        ),
        sa.PrimaryKeyConstraint("customer", name=op.f("pk_customer_languages")),
    )
    op.create_table(
        "pictures",
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("fact", BIG, nullable=False),
        sa.ForeignKeyConstraint(["fact"], ["facts.sequence"], name=op.f("fk_pictures_fact")),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_pictures")),
    )
