"""Queue papers of every kind: where each is to come out, its job, and the stations' printers.

Revision 0015, after 0014.  A day's or a receipt's sheet belongs to no shipment.
"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    with op.batch_alter_table("documents") as documents:
        documents.alter_column("shipment_id", existing_type=BIG, nullable=True)
    with op.batch_alter_table("prints") as prints:
        for name in ("station", "job"):
            prints.add_column(sa.Column(name, sa.Text(), server_default="", nullable=False))
    op.create_index(op.f("ix_prints_paper"), "prints", ["document_id", "copy"])
    _say_where_papers_come_out()
    op.create_table(
        "station_printers",
        sa.Column("station", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("printer", sa.Text(), server_default="", nullable=False),
        sa.Column("fact", BIG, nullable=False),
        sa.ForeignKeyConstraint(
            ["fact"], ["facts.sequence"], name=op.f("fk_station_printers_fact")
        ),
        sa.PrimaryKeyConstraint("station", "kind", name=op.f("pk_station_printers")),
    )


def _say_where_papers_come_out() -> None:
    """Give each paper the station that asked for it."""
    facts = sa.table("facts", sa.column("sequence"), sa.column("station"))
    prints = sa.table("prints", sa.column("fact"), sa.column("station"))
    asked = sa.select(facts.c.station).where(facts.c.sequence == prints.c.fact)
    op.execute(sa.update(prints).values(station=asked.scalar_subquery()))
