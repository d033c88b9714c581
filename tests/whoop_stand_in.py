"""A WHOOP of our own: a real HTTP server with the addresses of version 2 of its API.

It keeps to what the API's document says: records newest first, pages of at most 25 with
a token for the next, tokens that end with their refresh, 401, 404, 429 without
Retry-After, 500. Tests give it records, and faults that the next answers have.
"""

import hashlib
import hmac
import json
import threading
import time
from base64 import b64encode, urlsafe_b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit
from uuid import UUID, uuid5

from cryptography.fernet import Fernet

from metricgain.config import Settings

SECRET = "a secret of the app"
MEMBER = 10129
KEY = Fernet.generate_key().decode()
_MOST = 25
_COLLECTIONS = {
    "/v2/recovery": "recovery",
    "/v2/activity/sleep": "sleep",
    "/v2/cycle": "cycle",
}


@dataclass
class Fault:
    """What an answer is instead of what was asked for."""

    status: int
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b"{}"


@dataclass
class StandIn:
    """What it knows, what it was asked, and how it is to fail."""

    address: str = ""
    records: dict[str, list[dict[str, Any]]] = field(
        default_factory=lambda: {"sleep": [], "recovery": [], "cycle": []}
    )
    code: str = "a-code-of-the-login"
    challenge: str = ""
    access: str = "access-0"
    refresh: str = "refresh-0"
    trades: int = 0
    lasts: int = 3600
    faults: list[Fault] = field(default_factory=list)
    token_faults: list[Fault] = field(default_factory=list)
    headers: dict[str, str] = field(default_factory=dict)
    seconds: float = 0.0
    breaks_after: int = 1_000_000
    asked: list[str] = field(default_factory=list)
    revoked: bool = False
    lock: threading.Lock = field(default_factory=threading.Lock)

    def settings(self, **more: object) -> Settings:
        """Return settings of an installation whose WHOOP this is."""
        given: dict[str, Any] = {
            "secret_keys": KEY,
            "whoop_client_id": "an-app",
            "whoop_client_secret": SECRET,
            "whoop_login_url": f"{self.address}/oauth/oauth2/auth",
            "whoop_token_url": f"{self.address}/oauth/oauth2/token",
            "whoop_api_url": f"{self.address}/developer",
            "whoop_history_days": 20,
        }
        return Settings(**(given | more))

    def add_night(self, ended: datetime, **score: object) -> str:
        """Add a sleep that ended then, its recovery and its cycle; return its id.

        `score` replaces values of the recovery's score; `state` is that of all three.
        """
        state = str(score.pop("state", "SCORED"))
        number = 93845 + len(self.records["cycle"])
        sleep_id = str(uuid5(UUID(int=7), ended.isoformat()))
        began = ended - timedelta(hours=8)
        stamps = {
            "user_id": MEMBER,
            "created_at": stamp(ended + timedelta(minutes=5)),
            "updated_at": stamp(ended + timedelta(minutes=9)),
            "score_state": state,
        }
        timed = {"start": stamp(began), "timezone_offset": "-05:00"}
        self.records["sleep"].append(
            {"id": sleep_id, "cycle_id": number, "nap": False, "end": stamp(ended)}
            | stamps
            | timed
            | _scored(state, SLEEP_SCORE)
        )
        self.records["recovery"].append(
            {"cycle_id": number, "sleep_id": sleep_id}
            | stamps
            | _scored(state, RECOVERY_SCORE | score)
        )
        self.records["cycle"].append(
            {"id": number} | stamps | timed | _scored(state, CYCLE_SCORE)
        )
        return sleep_id

    def remove_night(self, sleep_id: str) -> None:
        """Let a night be deleted at WHOOP."""
        self.records["sleep"] = [
            each for each in self.records["sleep"] if each["id"] != sleep_id
        ]
        self.records["recovery"] = [
            each for each in self.records["recovery"] if each["sleep_id"] != sleep_id
        ]

    def recovery_of(self, sleep_id: str) -> dict[str, Any]:
        """Return the recovery that follows a sleep, to be changed."""
        return next(r for r in self.records["recovery"] if r["sleep_id"] == sleep_id)


RECOVERY_SCORE: dict[str, Any] = {
    "user_calibrating": False,
    "recovery_score": 72.0,
    "resting_heart_rate": 51.0,
    "hrv_rmssd_milli": 68.4,
    "spo2_percentage": 96.7,
    "skin_temp_celsius": 33.4,
}
SLEEP_SCORE: dict[str, Any] = {
    "stage_summary": {
        "total_in_bed_time_milli": 28_800_000,
        "total_awake_time_milli": 1_800_000,
        "total_no_data_time_milli": 0,
        "total_light_sleep_time_milli": 15_000_000,
        "total_slow_wave_sleep_time_milli": 6_000_000,
        "total_rem_sleep_time_milli": 6_000_000,
        "sleep_cycle_count": 4,
        "disturbance_count": 9,
    },
    "sleep_needed": {
        "baseline_milli": 27_600_000,
        "need_from_sleep_debt_milli": 600_000,
        "need_from_recent_strain_milli": 600_000,
        "need_from_recent_nap_milli": 0,
    },
    "respiratory_rate": 15.2,
    "sleep_performance_percentage": 94.0,
    "sleep_consistency_percentage": 80.0,
    "sleep_efficiency_percentage": 93.5,
}
CYCLE_SCORE: dict[str, Any] = {
    "strain": 12.3,
    "kilojoule": 9000.0,
    "average_heart_rate": 68,
    "max_heart_rate": 150,
}


@contextmanager
def stand_in() -> Iterator[StandIn]:
    """Serve on a port that the system picks, in a thread, for the block."""
    held = StandIn()

    class Handler(_Handler):
        whoop = held

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        held.address = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        try:
            yield held
        finally:
            server.shutdown()
            thread.join()


def signed(body: bytes, at: datetime, secret: str = SECRET) -> dict[str, str]:
    """Return the headers by which WHOOP signs a message."""
    at_ms = str(int(at.timestamp() * 1000))
    made = hmac.new(secret.encode(), at_ms.encode() + body, hashlib.sha256).digest()
    return {
        "X-WHOOP-Signature": b64encode(made).decode(),
        "X-WHOOP-Signature-Timestamp": at_ms,
        "Content-Type": "application/json",
    }


def stamp(moment: datetime) -> str:
    """Return a moment as WHOOP writes it."""
    return f"{moment:%Y-%m-%dT%H:%M:%S}.000Z"


class _Handler(BaseHTTPRequestHandler):
    whoop: StandIn
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        length = int(self.headers.get("Content-Length", "0"))
        form = {k: v[0] for k, v in parse_qs(self.rfile.read(length).decode()).items()}
        with self.whoop.lock:
            self.whoop.asked.append(f"POST {form.get('grant_type')}")
            if self.whoop.token_faults:
                self._fail(self.whoop.token_faults.pop(0))
            elif not self._is_granted(form):
                self._answer(400, {"error": "invalid_grant"})
            else:
                self.whoop.trades += 1
                self.whoop.access = f"access-{self.whoop.trades}"
                self.whoop.refresh = f"refresh-{self.whoop.trades}"
                self._answer(
                    200,
                    {
                        "access_token": self.whoop.access,
                        "refresh_token": self.whoop.refresh,
                        "expires_in": self.whoop.lasts,
                        "token_type": "bearer",
                    },
                )

    def do_DELETE(self) -> None:
        self.do_GET()

    def do_GET(self) -> None:
        time.sleep(self.whoop.seconds)
        with self.whoop.lock:
            self.whoop.asked.append(f"{self.command} {self.path}")
            if len(self.whoop.asked) > self.whoop.breaks_after:
                self._fail(Fault(500))
            elif self.whoop.faults:
                self._fail(self.whoop.faults.pop(0))
            elif self.headers.get("Authorization") != f"Bearer {self.whoop.access}":
                self._answer(401, {})
            else:
                self._serve(urlsplit(self.path).path.removeprefix("/developer"))

    def _serve(self, path: str) -> None:
        parts = path.split("/")
        if self.command == "DELETE" and path == "/v2/user/access":
            self.whoop.revoked = True
            self._answer(204, None)
        elif path == "/v2/user/profile/basic":
            self._answer(200, {"user_id": MEMBER, "email": "a@b.example"})
        elif path in _COLLECTIONS:
            self._page(_COLLECTIONS[path])
        elif path.startswith("/v2/activity/sleep/"):
            self._one("sleep", "id", parts[-1])
        elif path.startswith("/v2/cycle/") and parts[-1] == "recovery":
            self._one("recovery", "cycle_id", parts[-2])
        else:
            self._answer(404, {})

    def _page(self, kind: str) -> None:
        asked = {k: v[0] for k, v in parse_qs(urlsplit(self.path).query).items()}
        size = int(asked.get("limit", "10"))
        if not 1 <= size <= _MOST:
            self._answer(400, {})
            return
        sleeps = {each["id"]: each for each in self.whoop.records["sleep"]}

        def began(record: dict[str, Any]) -> str:
            held = record if "start" in record else sleeps.get(record["sleep_id"])
            return str((held or {"start": record["created_at"]})["start"])

        found = sorted(
            (
                record
                for record in self.whoop.records[kind]
                if asked.get("start", "") <= began(record) < asked.get("end", "9")
            ),
            key=began,
            reverse=True,
        )
        first = int(asked.get("nextToken", "0"))
        answer: dict[str, Any] = {"records": found[first : first + size]}
        if first + size < len(found):
            answer["next_token"] = str(first + size)
        self._answer(200, answer)

    def _one(self, kind: str, key: str, value: str) -> None:
        for record in self.whoop.records[kind]:
            if str(record[key]) == value:
                self._answer(200, record)
                return
        self._answer(404, {})

    def _is_granted(self, form: dict[str, str]) -> bool:
        if (form.get("client_id"), form.get("client_secret")) != ("an-app", SECRET):
            return False
        if form["grant_type"] == "refresh_token":
            return form.get("refresh_token") == self.whoop.refresh
        digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        challenge = urlsafe_b64encode(digest).rstrip(b"=").decode()
        return form.get("code") == self.whoop.code and self.whoop.challenge == challenge

    def _fail(self, fault: Fault) -> None:
        self._send(fault.status, fault.body, fault.headers)

    def _answer(self, status: int, said: object) -> None:
        body = b"" if said is None else json.dumps(said).encode()
        self._send(status, body, self.whoop.headers)

    def _send(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing: the tests ask what was asked."""


def _scored(state: str, score: dict[str, Any]) -> dict[str, Any]:
    return {"score": dict(score)} if state == "SCORED" else {}
