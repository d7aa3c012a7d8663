"""Let a full tote of a cluster be followed by another.

Revision 0019, after 0018.
"""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "cluster_totes",
        sa.Column("full", sa.Boolean(), server_default=sa.false(), nullable=False),
    )
