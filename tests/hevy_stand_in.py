"""A server that answers as Hevy's API does, or as one in trouble does."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

KEY = "f2f2f2f2-key"


def workout(number: int, **given: object) -> dict[str, Any]:
    """Return a workout as Hevy's documentation shows one."""
    return {
        "id": f"b459cba5-cd6d-463c-abd6-{number:012}",
        "title": "Morning Workout",
        "routine_id": None,
        "description": "Pushed myself\nto the limit",
        "start_time": f"2024-03-{number % 27 + 1:02}T07:00:00+00:00",
        "end_time": f"2024-03-{number % 27 + 1:02}T08:05:00+00:00",
        "updated_at": "2024-03-28T08:00:00Z",
        "created_at": "2024-03-28T08:00:00Z",
        "exercises": [
            {
                "index": 0,
                "title": "Bench Press (Barbell)",
                "notes": "Paused",
                "exercise_template_id": "79D0BB3A",
                "supersets_id": 0,
                "sets": [
                    _set(0, "warmup", weight_kg=20, reps=10),
                    _set(1, "normal", weight_kg=61.23492, reps=8, rpe=8.5),
                    _set(2, "dropset", weight_kg=40, reps=12),
                    _set(3, "failure", weight_kg=60.5, reps=6, rpe=10),
                ],
            },
            {
                "index": 1,
                "title": "Running",
                "notes": "",
                "exercise_template_id": "AC1BB830",
                "superset_id": None,
                "sets": [
                    _set(0, "normal", distance_meters=1500.5, duration_seconds=420)
                ],
            },
        ],
    } | given


def _set(index: int, kind: str, **given: object) -> dict[str, Any]:
    nothing = dict.fromkeys(
        ("weight_kg", "reps", "distance_meters", "duration_seconds", "rpe")
    )
    return {"index": index, "type": kind, "custom_metric": None, **nothing, **given}


@dataclass
class HevyStandIn:
    """What the server holds, and what befalls whoever asks.

    `troubles` are statuses for the next requests, 0 for an answer that never comes in
    time. After `shrinks_at` requests the last page is gone.
    """

    workouts: list[dict[str, Any]] = field(default_factory=list)
    troubles: list[int] = field(default_factory=list)
    garbage: bytes = b""
    shrinks_at: int | None = None
    slowness: float = 0.5
    asked: list[int] = field(default_factory=list)
    address: str = ""

    def answer(self, page: int, size: int) -> tuple[int, bytes]:
        if self.garbage:
            return 200, self.garbage
        if self.shrinks_at is not None and len(self.asked) > self.shrinks_at:
            del self.workouts[-size:]
            self.shrinks_at = None
        pages = -(-len(self.workouts) // size)
        if page > pages:
            return 404, b'{"error":"Page not found"}'
        shown = self.workouts[(page - 1) * size : page * size]
        body = {"page": page, "page_count": pages, "workouts": shown}
        return 200, json.dumps(body).encode()


@contextmanager
def hevy_stand_in(**given: Any) -> Iterator[HevyStandIn]:  # noqa: ANN401 - fields above
    """Run the server for the block."""
    held = HevyStandIn(**given)

    class Answering(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            query = parse_qs(urlsplit(self.path).query)
            page, size = int(query["page"][0]), int(query["pageSize"][0])
            held.asked.append(page)
            status, body = 401, b'{"error":"InvalidApiKey"}'
            if self.headers.get("api-key") == KEY:
                trouble = held.troubles.pop(0) if held.troubles else 200
                if trouble == 0:
                    time.sleep(held.slowness)
                status, body = (
                    held.answer(page, size) if trouble in (0, 200) else (trouble, b"no")
                )
            self.send_response(status)
            if status == 429:
                self.send_header("Retry-After", "7")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    held.address = f"http://127.0.0.1:{server.server_port}"
    try:
        yield held
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
