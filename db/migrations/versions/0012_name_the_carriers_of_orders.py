"""Name the carriers of orders.

Revision 0012, after 0009.
"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("orders", sa.Column("carrier", sa.Text(), server_default="", nullable=False))
