"""Somebody who may sign in to the desk."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.crypto import salted_hmac


class People(BaseUserManager["Person"]):
    """Looks people up."""


class Person(AbstractBaseUser):
    """A person, known by an e-mail address in small letters. Nobody is deleted: the journal names them."""

    email = models.CharField(max_length=200, unique=True)
    name = models.CharField(max_length=100)
    role = models.CharField(max_length=20)
    is_active = models.BooleanField(default=True)
    changes = models.PositiveIntegerField(default=0)
    """How often something changed after which every session of the person ends."""
    invited_at = models.DateTimeField()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects: ClassVar[People] = People()

    class Meta:
        ordering = ("name", "pk")

    def __str__(self) -> str:
        return self.name or self.email

    def get_absolute_url(self) -> str:
        """The person's page in the desk."""
        return f"/desk/people/{self.pk}"

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """What a session must agree with at each request: another password, role or second factor ends it."""
        told = f"{self.password}:{self.role}:{self.changes}"
        return salted_hmac("upheld.accounts.session", told, secret=secret, algorithm="sha256").hexdigest()
