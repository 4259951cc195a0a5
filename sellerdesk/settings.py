"""The settings: development unless SELLERDESK_ENV=prod; docs/deploy.md names the variables."""

from pathlib import Path
from typing import Any

import django_stubs_ext
from django.utils.csp import CSP

from sellerdesk.database import database
from sellerdesk.env import Env

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"

django_stubs_ext.monkeypatch()  # ModelAdmin[User] means something when the code runs too

env = Env()
PRODUCTION = env.choice("SELLERDESK_ENV", ("dev", "prod")) == "prod"

# --- Start -----------------------------------------------------------------------

# Off by default everywhere: `make run` serves the pages that a visitor would get.
DEBUG = env.flag("DEBUG", default=False) and not PRODUCTION
if PRODUCTION:
    SECRET_KEY = env.required("SECRET_KEY", "en production, une longue valeur tirée au hasard")
    env.required("ALLOWED_HOSTS", "en production, les noms du site séparés par des virgules")
else:
    SECRET_KEY = env.text("SECRET_KEY", "dev-only-key-that-protects-nothing-and-must-not-leave-it")
ALLOWED_HOSTS = env.items("ALLOWED_HOSTS") or ["localhost", "127.0.0.1", "[::1]"]
CSRF_TRUSTED_ORIGINS = env.items("CSRF_TRUSTED_ORIGINS")

ROOT_URLCONF = "sellerdesk.urls"
WSGI_APPLICATION = "sellerdesk.wsgi.application"

INSTALLED_APPS = [
    "sellerdesk.accounts",
    "sellerdesk.rates",
    "sellerdesk.desk",
    "sellerdesk.reports",
    "calculators",
    "django_htmx",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",  # a result is 40 kB of markup, 6 kB on the wire
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "sellerdesk.context.publisher",
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
            "builtins": ["django.templatetags.static", "sellerdesk.desk.templatetags.pieces"],
        },
    }
]

# --- Data ------------------------------------------------------------------------

DATABASES = {"default": database(env.text("DATABASE_URL"), VAR_DIR / "sellerdesk.sqlite3")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TASKS = {"default": {"BACKEND": "django.tasks.backends.immediate.ImmediateBackend"}}

# A form is a few fields, or a list of 500 rows; only an import of files needs more.
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 6_000
DATA_UPLOAD_MAX_NUMBER_FILES = 5
FILE_UPLOAD_MAX_MEMORY_SIZE = 1_000_000

# --- Accounts --------------------------------------------------------------------

AUTH_USER_MODEL = "accounts.User"
_VALIDATION = "django.contrib.auth.password_validation."
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": _VALIDATION + "UserAttributeSimilarityValidator"},
    {"NAME": _VALIDATION + "MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": _VALIDATION + "CommonPasswordValidator"},
    {"NAME": _VALIDATION + "NumericPasswordValidator"},
]
LOGIN_URL = "admin:login"

# --- French ----------------------------------------------------------------------

LANGUAGE_CODE = "fr"
TIME_ZONE = "Europe/Paris"
USE_TZ = True
USE_I18N = True  # Django's own messages and admin in French; the product's text is French

# --- Static files ----------------------------------------------------------------

STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = VAR_DIR / "static"
STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # WhiteNoise warns when it is missing
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = DEBUG

# --- Security --------------------------------------------------------------------

# No inline script or style, no other host. Nothing carries a nonce: nothing needs one.
SECURE_CSP = {
    "default-src": [CSP.SELF],
    "object-src": [CSP.NONE],
    "base-uri": [CSP.NONE],
    "frame-ancestors": [CSP.NONE],
    "form-action": [CSP.SELF],
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
if PRODUCTION:
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    SECURE_SSL_REDIRECT = env.flag("SSL_REDIRECT", default=True)
    SECURE_REDIRECT_EXEMPT = [r"^sante/$"]  # asked from inside, without TLS
    SECURE_HSTS_SECONDS = env.integer("HSTS_SECONDS", 31_536_000, least=1)
    SECURE_HSTS_INCLUDE_SUBDOMAINS = env.flag("HSTS_SUBDOMAINS", default=False)
    if env.flag("BEHIND_PROXY", default=False):
        SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
# Subdomains (W005) and browsers' preload list (W021) bind a whole domain for years:
# that is for who owns the domain to decide.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]

# --- Mail and logs ---------------------------------------------------------------

DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.text("MAIL_FROM", "sellerdesk@localhost")
MAILERS: dict[str, dict[str, Any]] = {
    "default": {"BACKEND": "django.core.mail.backends.console.EmailBackend"}
}
if PRODUCTION or env.text("MAIL_HOST"):
    MAILERS["default"] = {
        "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "OPTIONS": {
            "host": env.text("MAIL_HOST", "localhost"),
            "port": env.integer("MAIL_PORT", 587, least=1),
            "username": env.text("MAIL_USER"),
            "password": env.text("MAIL_PASSWORD"),
            "use_tls": env.flag("MAIL_TLS", default=True),
            "timeout": 10,
        },
    }

# Everything goes to the standard error; what a visitor types never does: forms are POST.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": env.text("LOG_LEVEL", "INFO").upper()},
    "loggers": {
        "django": {"handlers": [], "propagate": True},
        "django.server": {"handlers": [], "propagate": True},
        # WeasyPrint and fontTools tell their whole life at INFO.
        "weasyprint": {"level": "ERROR"},
        "fontTools": {"level": "ERROR"},
    },
}

# --- Who publishes the site (legal page) -----------------------------------------

PUBLISHER = {
    "name": env.text("PUBLISHER_NAME", "[éditeur du site à renseigner]"),
    "address": env.text("PUBLISHER_ADDRESS", "[adresse à renseigner]"),
    "email": env.text("PUBLISHER_EMAIL", "[adresse électronique à renseigner]"),
    "registration": env.text("PUBLISHER_REGISTRATION", "[SIREN à renseigner]"),
    "director": env.text("PUBLISHER_DIRECTOR", "[directeur de la publication à renseigner]"),
    "host": env.text("PUBLISHER_HOST", "[hébergeur à renseigner]"),
}
