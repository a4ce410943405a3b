"""Guessing is slowed by all web workers together, however many ask at once."""

import re
import urllib.error
import urllib.parse
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from http.cookiejar import CookieJar

import pytest

from tests.build.deployment import Deployment
from tests.build.server import serving
from upheld.accounts.sentences import TOO_MANY, WRONG

pytestmark = pytest.mark.slow

SIGN_IN = "/desk/account/sign-in"


class Guesser:
    """Somebody with a browser of their own."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
        page = self.opener.open(address + SIGN_IN).read().decode()
        self.token = re.findall(r'name="csrfmiddlewaretoken" value="(\w+)"', page)[0]

    def guess(self, password: str) -> str:
        """What the page says to a password."""
        typed = {"login": "known@example.org", "password": password, "csrfmiddlewaretoken": self.token}
        data = urllib.parse.urlencode(typed).encode()
        try:
            return str(self.opener.open(self.address + SIGN_IN, data).read().decode())
        except urllib.error.HTTPError as refused:
            return refused.read().decode()


def test_two_workers_count_together(deployment: Deployment) -> None:
    deployment.do("add-person", "known@example.org", "--name", "Ada Invented", "--role", "reader")
    with serving(deployment, workers=2) as address, ThreadPoolExecutor(8) as many:
        guessers = [Guesser(address) for _ in range(16)]
        told = list(many.map(lambda one: one.guess("not the password"), guessers))
        wrong, slowed = sum(WRONG in one for one in told), sum(TOO_MANY in one for one in told)
        assert 1 <= wrong <= 5
        assert wrong + slowed == 16
        assert TOO_MANY in Guesser(address).guess("not the password")
