"""`metricgain exercises resolve` answers what names mean, line by line."""

import json
import os
import subprocess
import sys
from typing import Any, TypeAlias

from make import make_user
from metricgain.store.database import Database
from strong_file import bring, strong

Done: TypeAlias = "subprocess.CompletedProcess[bytes]"


def resolve(names: str | bytes, *options: str, database_url: str = "") -> Done:
    return exercises("resolve", *options, names=names, database_url=database_url)


def exercises(*words: str, names: str | bytes = b"", database_url: str = "") -> Done:
    program = "from metricgain.cli import main; main()"
    return subprocess.run(
        [sys.executable, "-c", program, "exercises", *words],
        env={**os.environ, "METRICGAIN_DATABASE_URL": database_url, "COLUMNS": "120"},  # noqa: TID251 - the child needs PATH and HOME
        input=names if isinstance(names, bytes) else names.encode(),
        capture_output=True,
        check=False,
        timeout=60,
    )


def answers(done: Done) -> list[dict[str, Any]]:
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_each_name_is_answered_on_a_line_without_a_database() -> None:
    names = "\ufeffKreuzheben\r\n\r\nSeated Row\n  Zorblax \\ Wobble\n"

    done = resolve(names, "--app", "strong", "--json", database_url="nowhere")

    linked, ask, custom = answers(done)
    assert linked == {
        "raw": "Kreuzheben",
        "outcome": "linked",
        "exercise": "Deadlift",
        "exercise_id": 375,
        "score": 99,
        "candidates": [{"name": "Deadlift", "id": 375, "score": 99}],
    }
    assert (ask["outcome"], ask["exercise"]) == ("ask", None)
    assert ask["score"] == ask["candidates"][0]["score"] < 92
    assert (custom["raw"], custom["outcome"]) == ("  Zorblax \\ Wobble", "custom")


def test_without_json_names_stand_in_a_table() -> None:
    done = resolve("Kreuzheben\nSeated Row\n[bold]\n")

    printed = done.stdout.decode()
    assert done.returncode == 0
    assert "Deadlift" in printed
    assert "Seated Cable Row (91)" in printed
    assert "[bold]" in printed


def test_what_cannot_be_read_is_refused() -> None:
    unknown = resolve("Squat", "--app", "strang")
    binary = resolve(b"Squat\nB\xe4nkdr\xfccken\n", "--json")

    assert unknown.returncode == binary.returncode == 2
    assert b"--app: 'strang' is no app" in unknown.stderr
    assert b"liftosaur" in unknown.stderr
    assert b"line 2 is no text in UTF-8" in binary.stderr


async def test_a_users_own_exercises_and_links_count(
    database: Database, owner_url: str
) -> None:
    email = "cli-resolve@example.org"
    user_id = await make_user(database, email)
    await bring(database, user_id, strong("Zorblax Wobble,1,10,12"))

    known = resolve(
        "Zorblax Wobble\nzorblax wobbles\n",
        *("--user", email, "--app", "strong", "--json"),
        database_url=owner_url,
    )
    nobody = resolve("Squat", "--user", "no@example.org", database_url=owner_url)

    link, like = answers(known)
    assert (link["outcome"], link["exercise"]) == ("custom", "Zorblax Wobble")
    assert link["exercise_id"] >> 22 == user_id
    assert like["candidates"][0]["id"] == link["exercise_id"]
    assert nobody.returncode == 1
    assert b"--user" in nobody.stderr


async def test_names_are_listed_merged_and_split(
    database: Database, owner_url: str
) -> None:
    email = "cli-links@example.org"
    user_id = await make_user(database, email)
    await bring(database, user_id, strong("Zorblax Wobble,1,10,12", "Deadlift,1,99,5"))
    of_user = ("--user", email)
    links = answers(exercises("links", *of_user, "--json", database_url=owner_url))
    (own,) = (one["exercise_id"] for one in links if one["raw_name"][0] == "Z")

    merged = exercises(
        *("merge", str(own), "--into", "375", *of_user), database_url=owner_url
    )
    split = exercises(
        *("link", "Zorblax Wobble", "--app", "strong", "--own", *of_user),
        database_url=owner_url,
    )
    unsaid = exercises(
        *("link", "Deadlift", "--app", "strong", *of_user), database_url=owner_url
    )

    assert (merged.returncode, merged.stdout) == (0, b"Sets moved: 1.\n")
    assert split.stdout.startswith(
        f"Zorblax Wobble stands for Zorblax Wobble ({own}); sets moved: 1.".encode()
    )
    assert unsaid.returncode == 2
