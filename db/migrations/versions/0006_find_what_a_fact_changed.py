"""Find what a fact changed by its rows, so that a plan need not be made from scratch.

Revision 0006, after 0005.
"""

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

TABLES = ("products", "orders", "order_lines", "inbound", "inbound_lines", "dock_events")


def upgrade() -> None:
    for table in TABLES:
        op.create_index(op.f(f"ix_{table}_fact"), table, ["fact"])
    for column in ("fact", "closed"):
        op.create_index(op.f(f"ix_shipments_{column}"), "shipments", [column])
