"""Roles as data."""

import pytest

from upheld.accounts.roles import PERMISSIONS, ROLES, changes_something, role_may, roles_with


def test_every_permission_is_somebody_s() -> None:
    assert all(roles_with(permission) for permission in PERMISSIONS)
    assert all(role.permissions <= set(PERMISSIONS) for role in ROLES.values())


def test_everybody_sees_and_only_readers_change_nothing() -> None:
    assert {role.slug for role in roles_with("see")} == set(ROLES)
    assert [role for role in ROLES if not changes_something(role)] == ["reader"]


def test_who_looks_after_people_publishes_nothing() -> None:
    assert [role.slug for role in roles_with("people")] == ["administrator"]
    assert not {"prepare", "approve", "batch", "redact"} & ROLES["administrator"].permissions


def test_a_name_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(KeyError):
        role_may("editor", "everything")
