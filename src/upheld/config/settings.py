"""Every setting, read from the environment. `.env.example` lists them with a line each."""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from environs import Env

from upheld.config import sqlite
from upheld.config.checked import database_address, log_level, mail_server
from upheld.config.secret import secret_key
from upheld.lib.logs import configure_logs

SQLITE = sqlite.install()

env = Env()
PACKAGE = Path(__file__).resolve().parent.parent

DATA_DIR = Path(env.str("UPHELD_DATA_DIR", "") or "var").resolve()
PUBLIC_URL = env.str("UPHELD_PUBLIC_URL", "http://127.0.0.1:8000").rstrip("/")
DEBUG = env.bool("UPHELD_DEBUG", False)
SHOW_COMPONENTS = env.bool("UPHELD_SHOW_COMPONENTS", DEBUG)
ROBOTS = env.str("UPHELD_ROBOTS", "")
NOINDEX_CATEGORIES: tuple[str, ...] = tuple(env.list("UPHELD_NOINDEX_CATEGORIES", []))
NOINDEX_REFERENCES: tuple[str, ...] = tuple(env.list("UPHELD_NOINDEX_REFERENCES", []))
ANALYTICS_ID = env.str("UPHELD_ANALYTICS_ID", "")
ANALYTICS_STATEMENTS: tuple[str, ...] = tuple(env.list("UPHELD_ANALYTICS_STATEMENTS", [], delimiter="|"))
ANALYTICS_OPT_OUT_URL = env.str("UPHELD_ANALYTICS_OPT_OUT_URL", "https://tools.google.com/dlpage/gaoptout")
CONTACT = env.str("UPHELD_CONTACT", "")
BACKUP_DIR = env.str("UPHELD_BACKUP_DIR", "")
BACKUP_MAX_DAYS = env.int("UPHELD_BACKUP_MAX_DAYS", 7)
WORKERS = env.int("UPHELD_WORKERS", 2)
PAGE_CACHE_MB = env.int("UPHELD_PAGE_CACHE_MB", 64)
FILE_CACHE_MB = env.int("UPHELD_FILE_CACHE_MB", 32)
INDEX_MEMORY_MB = env.int("UPHELD_INDEX_MEMORY_MB", 128)
MAIL_URL = env.str("UPHELD_MAIL_URL", "")
MAIL_FROM = env.str("UPHELD_MAIL_FROM", "")
DESK_IDLE_MINUTES = env.int("UPHELD_DESK_IDLE_MINUTES", 60)
DESK_HOURS = env.int("UPHELD_DESK_HOURS", 12)
PROXIES = env.int("UPHELD_PROXIES", 0)
ACCESS_LOG = env.bool("UPHELD_ACCESS_LOG", False)

SECRET_KEY = secret_key(DATA_DIR)
_public = urlsplit(PUBLIC_URL)
ON_LOOPBACK = _public.hostname in {"127.0.0.1", "localhost", "::1"}
ALLOWED_HOSTS = [*env.list("UPHELD_ALLOWED_HOSTS", []), _public.hostname or "", "127.0.0.1", "localhost", "[::1]"]

INSTALLED_APPS = [
    "django.contrib.staticfiles",
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "upheld.config",
    "upheld.journal",
    "upheld.accounts",
    "upheld.register",
    "upheld.search",
    "upheld.editorial",
    "upheld.ingest",
    "upheld.ui",
    "upheld.public",
    "upheld.desk",
]
MIDDLEWARE = [
    "upheld.public.middleware.security_headers",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "upheld.public.middleware.small_requests",
    "upheld.desk.middleware.headers",
    "upheld.desk.middleware.Sessions",
    "upheld.desk.middleware.Forms",
    "upheld.desk.middleware.People",
    "upheld.desk.middleware.Messages",
    "upheld.desk.middleware.ages",
    "upheld.desk.middleware.unsent",
    "upheld.desk.middleware.uploads",
    "allauth.account.middleware.AccountMiddleware",
]
ROOT_URLCONF = "upheld.config.urls"
WSGI_APPLICATION = "upheld.config.wsgi.application"
FOLLOWERS = "upheld.config.followers.get_followers"
SLOW_FOLLOWERS = "upheld.config.followers.get_slow_followers"
CHORES = "upheld.config.followers.get_chores"
FOLLOW = "upheld.config.followers.follow_a_while"
PUBLIC_VIEW = "upheld.public.as_shown.as_shown"
PREVIEW = "upheld.public.views.preview.preview"
APPEND_SLASH = False


def _sqlite(path: Path) -> dict[str, Any]:
    wal = sqlite.keeps_wal(SQLITE.sqlite_version_info)
    pragmas = [
        f"PRAGMA journal_mode={'WAL' if wal else 'DELETE'}",
        "PRAGMA synchronous=FULL",
        "PRAGMA secure_delete=ON",  # what is redacted is overwritten, not only unlinked
        "PRAGMA cache_size=-32000",
        "PRAGMA temp_store=MEMORY",
    ]
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 10, "init_command": ";".join(pragmas)},
        "CONN_MAX_AGE": None,
    }


def _postgresql(url: str) -> dict[str, Any]:
    parts = database_address(url)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": parts.username or "",
        "PASSWORD": parts.password or "",
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
    }


DATABASE_URL = env.str("UPHELD_DATABASE_URL", "")
DATABASES = {"default": _postgresql(DATABASE_URL) if DATABASE_URL else _sqlite(DATA_DIR / "register.sqlite3")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [],
        "APP_DIRS": False,
        "OPTIONS": {"environment": "upheld.ui.jinja.environment"},
    },
]

LANGUAGE_CODE = "en-gb"
USE_I18N = False
USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "/static/"
STATIC_ROOT = PACKAGE / "ui" / "static"  # built there under hashed names, served from there
STATICFILES_DIRS: list[Path] = []
STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.AppDirectoriesFinder"]
STORAGES = {
    "staticfiles": {"BACKEND": "upheld.ui.assets.HashedAssets"},
}

SECURE_SSL_REDIRECT = not ON_LOOPBACK and _public.scheme == "https"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 0 if ON_LOOPBACK else 31_536_000
SECURE_REFERRER_POLICY = "no-referrer"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
DATA_UPLOAD_MAX_MEMORY_SIZE = 4_000_000  # for the desk; `public.middleware.small_requests` holds all else to 65,536
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5_000  # for the desk; all else 50, by the same
DATA_UPLOAD_MAX_NUMBER_FILES = 250

AUTH_USER_MODEL = "accounts.Person"
AUTHENTICATION_BACKENDS = ["upheld.accounts.signing_in.Backend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("email", "name")},
    },
]
LOGIN_URL = "/desk/account/sign-in"
LOGIN_REDIRECT_URL = "/desk/"
PASSWORD_RESET_TIMEOUT = 3 * 86_400  # an invitation; `accounts.links` gives a forgotten password less

SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "upheld_desk", "upheld_desk_form"
SESSION_COOKIE_PATH = CSRF_COOKIE_PATH = "/desk"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not ON_LOOPBACK
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"  # a link in a mail must find its reader signed in
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_AGE = DESK_HOURS * 3_600
CSRF_COOKIE_AGE = None
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_FAILURE_VIEW = "upheld.config.errors.form_refused"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

ACCOUNT_ADAPTER = "upheld.accounts.signing_in.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"  # an invitation reaches its address, or an administrator hands it over
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_REDIRECT_URL = "/desk/account/sign-in"
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "upheld.accounts.links.Links"  # noqa: S105 - a class, no password
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "login_failed": "20/m/ip,5/5m/key,50/d/key",
    "reset_password": "10/m/ip,3/h/key",
    "reset_password_from_key": "20/m/ip",
    "change_password": "5/m/user",
    "reauthenticate": "10/m/user",
}
ALLAUTH_TRUSTED_PROXY_COUNT = PROXIES
MFA_ADAPTER = "upheld.accounts.second_factors.SecondFactors"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_FORMS = {
    "authenticate": "upheld.accounts.forms.TypeCode",
    "reauthenticate": "upheld.accounts.forms.TypeCodeAgain",
    "add_webauthn": "upheld.accounts.forms.AddPasskey",
    "authenticate_webauthn": "upheld.accounts.forms.ShowPasskey",
    "reauthenticate_webauthn": "upheld.accounts.forms.ShowPasskeyAgain",
}
MFA_ALLOW_UNVERIFIED_EMAIL = True  # the same
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_TOTP_TOLERANCE = 1  # a telephone's clock may be half a minute off
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = ON_LOOPBACK

CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",  # one for all workers, and it survives a restart
        "LOCATION": "accounts_attempt",
        "KEY_FUNCTION": "upheld.accounts.attempts.make_key",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if MAIL_URL else 'dummy'}.EmailBackend"
EMAIL_HOST, EMAIL_PORT, EMAIL_HOST_USER, EMAIL_HOST_PASSWORD, EMAIL_USE_TLS, EMAIL_USE_SSL = mail_server(MAIL_URL)
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = MAIL_FROM or f"upheld@{_public.hostname}"

_SELF = ["'self'"]
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": _SELF,
        "style-src": _SELF,
        "img-src": _SELF,
        "font-src": _SELF,
        "connect-src": _SELF,
        "manifest-src": _SELF,
        "form-action": _SELF,
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}

LOG_LEVEL = env.str("UPHELD_LOG_LEVEL", "INFO")
LOG_TO = env.str("UPHELD_LOG_TO", "")
configure_logs(log_level(LOG_LEVEL), LOG_TO)
LOGGING_CONFIG = None
