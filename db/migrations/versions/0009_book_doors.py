"""Book doors for deliveries and pickups: what a door is good for, and what is said of a truck.

Revision 0009, after 0008.
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    with op.batch_alter_table("doors") as doors:
        doors.add_column(sa.Column("direction", sa.Text(), server_default="both", nullable=False))
        for name in ("hours", "equipment"):
            doors.add_column(sa.Column(name, sa.Text(), server_default="", nullable=False))
        doors.create_check_constraint(
            op.f("ck_doors_direction"), "direction in ('in','out','both')"
        )
    _make_door_blocks()
    op.create_table(
        "pickups",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("site", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("said_at", sa.BigInteger(), nullable=False),
        sa.Column("fact", BIG, nullable=False),
        sa.ForeignKeyConstraint(["site"], ["sites.code"], name=op.f("fk_pickups_site")),
        sa.ForeignKeyConstraint(["fact"], ["facts.sequence"], name=op.f("fk_pickups_fact")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pickups")),
        sa.UniqueConstraint("number", name=op.f("uq_pickups_number")),
    )
    with op.batch_alter_table("dock_events") as events:
        events.alter_column("inbound_id", existing_type=BIG, nullable=True)
        events.add_column(sa.Column("pickup_id", BIG, nullable=True))
        events.add_column(sa.Column("end_at", sa.BigInteger(), nullable=True))
        events.add_column(sa.Column("details", sa.Text(), server_default="{}", nullable=False))
        name = op.f("fk_dock_events_pickup_id")
        events.create_foreign_key(name, "pickups", ["pickup_id"], ["id"])
        events.create_check_constraint(
            op.f("ck_dock_events_truck"), "(inbound_id is null) <> (pickup_id is null)"
        )
    op.create_index(op.f("ix_dock_events_pickup_id"), "dock_events", ["pickup_id"])


def _make_door_blocks() -> None:
    op.create_table(
        "door_blocks",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("fact", BIG, nullable=False),
        sa.Column("door_id", BIG, nullable=False),
        sa.Column("start_at", sa.BigInteger(), nullable=False),
        sa.Column("end_at", sa.BigInteger(), nullable=False),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.Column("lifted", BIG, nullable=True),
        sa.CheckConstraint("start_at < end_at", name=op.f("ck_door_blocks_window")),
        sa.ForeignKeyConstraint(["fact"], ["facts.sequence"], name=op.f("fk_door_blocks_fact")),
        sa.ForeignKeyConstraint(["lifted"], ["facts.sequence"], name=op.f("fk_door_blocks_lifted")),
        sa.ForeignKeyConstraint(["door_id"], ["doors.id"], name=op.f("fk_door_blocks_door_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_door_blocks")),
    )
    op.create_index(op.f("ix_door_blocks_door_id"), "door_blocks", ["door_id"])
