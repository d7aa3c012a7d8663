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
    """Give papers that nobody can have the station that asked for them.

    Those that were handed over, or printed again since, were done with: they get none, and with it
    no queue.
    """
    facts = sa.table("facts", sa.column("sequence"), sa.column("station"))
    names = ("id", "fact", "document_id", "state", "station")
    prints = sa.table("prints", *map(sa.column, names))
    later = prints.alias("later")
    asked = sa.select(facts.c.station).where(facts.c.sequence == prints.c.fact)
    same = later.c.document_id == prints.c.document_id
    since = sa.exists().where(same, later.c.id > prints.c.id)
    waits = prints.c.state.in_(("to_print", "doubtful")) & ~since
    op.execute(sa.update(prints).where(waits).values(station=asked.scalar_subquery()))
