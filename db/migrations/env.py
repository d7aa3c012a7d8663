"""What Alembic runs: the migrations, on the connection that it was handed."""

from typing import Any, Literal

from alembic import context
from sqlalchemy.types import TypeDecorator, TypeEngine

from db.columns import BIG
from db.tables import metadata


def plain_type(kind: str, thing: Any, _autogenerate: object) -> str | Literal[False]:
    """Write types as the database has them: a migration must not follow a later db/columns.py."""
    if kind != "type" or not isinstance(thing, TypeEngine):
        return False
    if isinstance(thing, TypeDecorator):
        return f"sa.{thing.impl_instance.__class__.__name__}()"
    return "BIG" if thing._variant_mapping == BIG._variant_mapping else False  # noqa: SLF001


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    render_item=plain_type,
)
with context.begin_transaction():
    context.run_migrations()
