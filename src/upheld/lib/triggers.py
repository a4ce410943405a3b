"""Database triggers by which a table refuses what must never happen to it."""

from collections.abc import Callable
from typing import Any


def refuse(table: str, event: str, message: str, when: str = "") -> Callable[[Any, Any], None]:
    """A migration step: `table` refuses `event` (UPDATE, DELETE, TRUNCATE) with `message`, where `when` holds."""

    def add(_: Any, schema_editor: Any) -> None:
        name = f"{table}_refuse_{event.lower()}"
        build = _postgresql if schema_editor.connection.vendor == "postgresql" else _sqlite
        for statement in build(name, table, event, message, when):
            schema_editor.execute(statement)

    return add


def allow(table: str, event: str) -> Callable[[Any, Any], None]:
    """A migration step: takes a refusal back, for a change of the table itself; follow it by `refuse`."""

    def drop(_: Any, schema_editor: Any) -> None:
        name = f"{table}_refuse_{event.lower()}"
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(f"DROP FUNCTION IF EXISTS {name} CASCADE")
        else:
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {name}")

    return drop


def _sqlite(name: str, table: str, event: str, message: str, when: str) -> list[str]:
    if event == "TRUNCATE":  # SQLite knows none: DELETE without WHERE fires the trigger for DELETE
        return []
    condition = f"WHEN {when} " if when else ""
    body = f"BEGIN SELECT RAISE(ABORT, '{message}'); END"
    return [f"CREATE TRIGGER {name} BEFORE {event} ON {table} FOR EACH ROW {condition}{body}"]


def _postgresql(name: str, table: str, event: str, message: str, when: str) -> list[str]:
    each = "STATEMENT" if event == "TRUNCATE" else "ROW"
    condition = f"WHEN ({when}) " if when and each == "ROW" else ""
    body = f"BEGIN RAISE EXCEPTION USING MESSAGE = '{message}', ERRCODE = 'restrict_violation'; END"
    trigger = f"CREATE TRIGGER {name} BEFORE {event} ON {table} FOR EACH {each} {condition}EXECUTE FUNCTION {name}()"
    return [f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ {body} $$", trigger]
