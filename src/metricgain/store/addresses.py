"""Addresses of databases: another database of a server, an address without secrets."""

from urllib.parse import unquote, urlsplit, urlunsplit


def database_of(url: str) -> str:
    """Return the name of the database that an address leads to.

    Without one, PostgreSQL takes the name of the role.
    """
    parts = urlsplit(url)
    login = parts.netloc.rpartition("@")[0]
    return unquote(parts.path.strip("/")) or unquote(login.partition(":")[0])


def with_database(url: str, name: str) -> str:
    """Return the address of another database on the same server."""
    return urlunsplit(urlsplit(url)._replace(path=f"/{name}"))


def without_password(url: str) -> tuple[str, str]:
    """Take the password out: other users can read a program's arguments."""
    parts = urlsplit(url)
    login, at, place = parts.netloc.rpartition("@")
    role, _, password = login.partition(":")
    return urlunsplit(parts._replace(netloc=f"{role}{at}{place}")), unquote(password)
