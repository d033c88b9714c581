"""Every setting: its default and what it is for. Read once, then frozen."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import time
from pathlib import Path
from typing import Literal, Self, cast

from platformdirs import user_data_path

from metricgain.kit.errors import Invalid
from metricgain.kit.timezones import checked_timezone

Registration = Literal["open", "closed", "invitation"]
Readers = Literal["off", "local", "everyone"]
Switching = Literal["", "on", "off", "shadow"]
PREFIX = "METRICGAIN_"
SHARED_METERS = "PROMETHEUS_MULTIPROC_DIR"
_MAX_PORT = 65535
_LEAST = {
    **dict.fromkeys(("pool_size", "workers", "session_days", "login_attempts"), 1),
    "busy_seconds": 1,
    "statement_seconds": 1,
    "jobs": 0,
    "sync_keep_days": 90,
    "import_keep_days": 1,
    "audit_days": 30,
    "backup_days": 0,
    "archive_months": 0,
    "slow_statement_ms": 0,
    "export_days": 1,
    "export_keep": 1,
    "ai_seconds": 1,
    "whoop_poll_minutes": 5,
    "whoop_history_days": 0,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What an operator may set. Each field is METRICGAIN_<FIELD> in the environment."""

    host: str = "127.0.0.1"
    """The address to listen on. 0.0.0.0 makes it reachable from other machines."""
    port: int = 8000
    """The port to listen on."""
    data_dir: Path = Path()
    """Where the embedded database and the secrets of this installation live."""
    database_url: str = ""
    """A PostgreSQL server of your own (postgresql://...); empty: the embedded one."""
    database_app_url: str = ""
    """The application's own role on that server, where the first may not make one."""
    postgres_bin: str = ""
    """A folder with PostgreSQL's programs, instead of those that come along."""
    pool_size: int = 8
    """Connections to the database that each worker process may hold."""
    busy_seconds: int = 10
    """Seconds for which a request waits for a connection that is free."""
    statement_seconds: int = 60
    """Seconds after which a statement is stopped."""
    workers: int = 1
    """Worker processes that answer requests."""
    registration: Registration = "open"
    """Who may make an account: anybody (open), nobody (closed), or by invitation."""
    public_url: str = ""
    """The address that people use, where it differs (https://gym.example)."""
    session_days: int = 90
    """Days after which a browser has to sign in again."""
    login_attempts: int = 10
    """Wrong passwords per address and account within 15 minutes before a pause."""
    jobs: int = 2
    """Jobs that each worker process carries out at once; 0 leaves them to others."""
    nightly_at: str = "03:30 UTC"
    """When nightly jobs are due, with the time zone whose clock is meant."""
    sync_keep_days: int = 730
    """Days for which a device may be away without having to start over."""
    import_keep_days: int = 7
    """Days for which a file that was sent for an import is kept."""
    audit_days: int = 400
    """Days for which it can be looked up what happened to accounts."""
    backup_dir: str = ""
    """Where backups go; empty: the folder backups in the data directory."""
    backup_days: int = 30
    """Days for which nightly backups are kept; 0: none are made by themselves."""
    archive_months: int = 0
    """Months after which blocks are archived every night; 0: none are by themselves."""
    export_dir: str = ""
    """Where full exports of everybody go by themselves; empty: none are made."""
    export_days: int = 7
    """Days from one such export to the next."""
    export_keep: int = 4
    """How many such exports of each user are kept."""
    ai_model: str = ""
    """The language model for plans (openai:gpt-5); empty: none is offered."""
    ai_address: str = ""
    """An address of your own that answers as OpenAI's API does; then just the name."""
    ai_key: str = field(default="", repr=False)
    """The key that everybody's questions are asked with; empty: their own, or none."""
    ai_seconds: int = 120
    """Seconds that a language model has for an answer, further tries included."""
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    """How much is logged."""
    log_format: Literal["text", "json"] = "text"
    """How it is logged: to be read by people, or by programs."""
    metrics: Readers = "local"
    """Who may read /metrics without a token: nobody (off), this machine, everyone."""
    metrics_token: str = ""
    """With this bearer token, /metrics may be read from anywhere."""
    slow_statement_ms: int = 500
    """Statements that take longer are logged with their plan; 0: none."""
    telemetry: str = ""
    """Where traces are sent (http://host:4318/v1/traces); needs the extra telemetry."""
    secret_keys: str = field(default="", repr=False)
    """Keys that encrypt the secrets of other services, newest first, with commas."""
    whoop_client_id: str = ""
    """The id of the app that you registered with WHOOP; empty: WHOOP is not offered."""
    whoop_client_secret: str = field(default="", repr=False)
    """The secret of that app."""
    whoop_login_url: str = "https://api.prod.whoop.com/oauth/oauth2/auth"
    """Where people let this installation see their WHOOP data."""
    whoop_token_url: str = "https://api.prod.whoop.com/oauth/oauth2/token"  # noqa: S105 - an address
    """Where tokens are traded for new ones."""
    whoop_api_url: str = "https://api.prod.whoop.com/developer"
    """Where WHOOP answers questions."""
    whoop_poll_minutes: int = 60
    """Minutes from one look at WHOOP to the next."""
    whoop_history_days: int = 730
    """Days of the past that are fetched when somebody connects WHOOP."""
    oidc_issuer: str = ""
    """An identity provider to sign in by (https://id.example); empty: none."""
    oidc_client_id: str = ""
    """The id that this installation has there."""
    oidc_client_secret: str = field(default="", repr=False)
    """The secret that belongs to it, if the provider gave one."""
    oidc_name: str = "OpenID Connect"
    """What the button of the provider says."""
    oidc_registration: Literal["open", "closed"] = "open"
    """Whether somebody new whom the provider vouches for gets an account."""
    oidc_link_by_email: Literal["never", "verified"] = "never"
    """Whether a verified address opens the account that has it."""
    osv_url: str = "https://api.osv.dev"
    """Where known vulnerabilities of packages are asked for."""
    analytics: Switching = ""
    """Whether statistics are kept ready (on, off, shadow); empty: as everywhere."""
    dashboard: Switching = ""
    """Whether a dashboard is one statement; empty: as everywhere."""
    progression: Switching = ""
    """Whether muscles are decided together; empty: as everywhere."""
    catalogue_cache: Switching = ""
    """Whether the catalogue is kept in memory; empty: as everywhere."""

    @classmethod
    def read(cls, environment: Mapping[str, str], **given: object) -> Self:
        """Return the settings of an environment; what is given and not None wins.

        Raises Invalid with the name of the setting that cannot be understood.
        """
        values: dict[str, object] = {"data_dir": user_data_path("metricgain")}
        for setting in fields(cls):
            text = environment.get(PREFIX + setting.name.upper())
            if text:
                values[setting.name] = _parse(setting.name, setting.default, text)
        values.update({name: v for name, v in given.items() if v is not None})
        settings = cls(**values)  # type: ignore[arg-type]  # parsed above
        _check(settings)
        return settings

    @classmethod
    def from_environment(cls, **given: object) -> Self:
        """Return the settings of this process. Raises Invalid."""
        return cls.read(os.environ, **given)

    def as_environment(self) -> dict[str, str]:
        """Return the variables by which another process reads the same settings."""
        return {
            PREFIX + setting.name.upper(): str(getattr(self, setting.name))
            for setting in fields(self)
        }

    def hand_down(self) -> None:
        """Let every process that this one starts read the same settings."""
        os.environ.update(self.as_environment())

    @property
    def postgres_path(self) -> Path | None:
        """The folder with PostgreSQL's programs, if one is set."""
        return Path(self.postgres_bin) if self.postgres_bin else None

    @property
    def backup_path(self) -> Path:
        """The folder that backups go to."""
        given = Path(self.backup_dir).expanduser() if self.backup_dir else None
        return given or self.data_dir / "backups"

    @property
    def export_path(self) -> Path:
        """The folder that exports go to. Raises Invalid without one."""
        if not self.export_dir:
            raise Invalid(
                "names the folder that exports go to", field=PREFIX + "EXPORT_DIR"
            )
        return Path(self.export_dir).expanduser()

    @property
    def night(self) -> tuple[time, str]:
        """When nightly jobs are due: a time, and the zone of its clock."""
        clock, _, zone = self.nightly_at.partition(" ")
        field = PREFIX + "NIGHTLY_AT"
        try:
            at = time.fromisoformat(clock)
        except ValueError:
            raise Invalid(
                f"must be a time such as 03:30 Europe/Berlin, not {self.nightly_at!r}",
                field=field,
            ) from None
        return at.replace(tzinfo=None), checked_timezone(zone or "UTC", field=field)

    @property
    def base_url(self) -> str:
        """The address that people use, as far as the settings tell."""
        return (self.public_url or f"http://{self.host}:{self.port}").rstrip("/")

    @property
    def offers_whoop(self) -> bool:
        """Whether an app is registered with WHOOP, and its tokens can be encrypted."""
        return bool(
            self.whoop_client_id and self.whoop_client_secret and self.secret_keys
        )

    @property
    def offers_provider(self) -> bool:
        """Whether people may sign in by an identity provider."""
        return bool(self.oidc_issuer and self.oidc_client_id)

    @property
    def secure(self) -> bool:
        """Whether people reach this installation over TLS."""
        return self.public_url.startswith("https://")


def shared_meters() -> Path | None:
    """Return the folder in which processes count together, if there is one."""
    folder = os.environ.get(SHARED_METERS)
    return Path(folder) if folder else None


def set_in_environment(name: str, value: str) -> None:
    """Tell this process and all that it starts."""
    os.environ[name] = value


def environment_with(**more: str) -> dict[str, str]:
    """Return this process's environment and more, for a program that it starts."""
    return {**os.environ, **more}


def _check(settings: Settings) -> None:
    for name, least in _LEAST.items():
        if cast("int", getattr(settings, name)) < least:
            raise Invalid(f"must be at least {least}", field=PREFIX + name.upper())
    _ = settings.night
    if not 0 <= settings.port <= _MAX_PORT:
        raise Invalid("must be between 0 and 65535", field=PREFIX + "PORT")
    for name in ("database_url", "database_app_url"):
        url = cast("str", getattr(settings, name))
        if url and not url.startswith("postgresql://"):
            raise Invalid("must begin with postgresql://", field=PREFIX + name.upper())
    _one_of("REGISTRATION", settings.registration, ("open", "closed", "invitation"))
    _one_of("OIDC_REGISTRATION", settings.oidc_registration, ("open", "closed"))
    _one_of("OIDC_LINK_BY_EMAIL", settings.oidc_link_by_email, ("never", "verified"))
    _one_of("LOG_FORMAT", settings.log_format, ("text", "json"))
    _one_of("METRICS", settings.metrics, ("off", "local", "everyone"))
    _one_of("LOG_LEVEL", settings.log_level, ("debug", "info", "warning", "error"))
    for name in ("analytics", "dashboard", "progression", "catalogue_cache"):
        mode = cast("str", getattr(settings, name))
        _one_of(name.upper(), mode or "on", ("on", "off", "shadow"))


def _parse(name: str, default: object, text: str) -> object:
    if isinstance(default, int):
        try:
            return int(text)
        except ValueError:
            raise Invalid(
                f"must be a whole number, not {text!r}", field=PREFIX + name.upper()
            ) from None
    return Path(text).expanduser() if isinstance(default, Path) else text


def _one_of(name: str, value: str, allowed: tuple[str, ...]) -> None:
    if value not in allowed:
        raise Invalid(
            f"must be one of {', '.join(allowed)}, not {value!r}", field=PREFIX + name
        )
