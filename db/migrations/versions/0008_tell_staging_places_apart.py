"""Tell staging places apart by their purpose.

Revision 0008, after 0007.
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("locations", sa.Column("purpose", sa.Text(), server_default="", nullable=False))
