"""Settings of the tests: everything in a folder of their own, the database in memory."""

import atexit
import os
import shutil
import tempfile

os.environ["UPHELD_DATA_DIR"] = tempfile.mkdtemp(prefix="upheld-test-")
os.environ.pop("UPHELD_SCHEME", None)
if "UPHELD_TEST_POSTGRESQL_URL" not in os.environ:
    os.environ.pop("UPHELD_DATABASE_URL", None)

from upheld.config.settings import *  # noqa: F403 - settings are a module

atexit.register(shutil.rmtree, os.environ["UPHELD_DATA_DIR"], ignore_errors=True)

SHOW_COMPONENTS = True
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # quick: the tests hash passwords often
FOLLOW = "tests.build.visible.at_once"
