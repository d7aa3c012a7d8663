"""Pick clusters of orders into totes.

Revision 0017, after 0016.
"""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _make(name: str, links: dict[str, str], *columns: sa.schema.SchemaItem) -> None:
    links = {"fact": "facts.sequence", **links}
    op.create_table(
        name,
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        *(sa.Column(column, BIG, nullable=False) for column in links),
        *columns,
        *(
            sa.ForeignKeyConstraint([column], [target], name=op.f(f"fk_{name}_{column}"))
            for column, target in links.items()
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
    )


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), server_default="", nullable=False)


def upgrade() -> None:
    _make(
        "clusters",
        {},
        _text("number"),
        sa.UniqueConstraint("number", name=op.f("uq_clusters_number")),
    )
    of_cluster = {"cluster_id": "clusters.id", "order_id": "orders.id"}
    _make("cluster_orders", of_cluster, sa.Column("position", sa.BigInteger(), nullable=False))
    delta = sa.Column("delta", sa.BigInteger(), nullable=False)
    _make("cluster_totes", of_cluster, _text("tote"), delta)
    _make(
        "cluster_hands",
        {"sitting_id": "sittings.id", "product_id": "products.id"},
        sa.Column("delta", sa.BigInteger(), nullable=False),
        *(_text(name) for name in ("lot", "expires_on", "serial")),
    )
    for table, column in (
        ("cluster_orders", "cluster_id"),
        ("cluster_orders", "order_id"),
        ("cluster_totes", "fact"),
        ("cluster_totes", "cluster_id"),
        ("cluster_totes", "tote"),
        ("cluster_hands", "fact"),
        ("cluster_hands", "sitting_id"),
    ):
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column])
