"""Keep scanners' profiles: how each device of a station was tuned.

Revision 0012, after 0011.
"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "scanner_profiles",
        sa.Column("site", sa.Text(), nullable=False),
        sa.Column("station", sa.Text(), nullable=False),
        sa.Column("device", sa.Text(), nullable=False),
        sa.Column("tuning", sa.Text(), server_default="{}", nullable=False),
        sa.Column("fact", BIG, nullable=False),
        sa.ForeignKeyConstraint(
            ["fact"], ["facts.sequence"], name=op.f("fk_scanner_profiles_fact")
        ),
        sa.ForeignKeyConstraint(["site"], ["sites.code"], name=op.f("fk_scanner_profiles_site")),
        sa.PrimaryKeyConstraint("site", "station", "device", name=op.f("pk_scanner_profiles")),
    )
