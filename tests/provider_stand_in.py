"""An identity provider of our own: a real HTTP server that can also misbehave.

It keeps to OpenID Connect Discovery and Core: a configuration, keys, a login that leads
back with a code, and a token for the code whose challenge the verifier meets.
"""

import hashlib
import json
import threading
import time
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import ECKey, OctKey, RSAKey

from metricgain.kit.clock import now

CLIENT_ID = "metricgain-here"
SECRET = "a secret that the provider gave"


@dataclass
class Login:
    """What belongs to a code."""

    nonce: str
    challenge: str
    redirect: str


@dataclass
class StandIn:
    """Whom it vouches for, what it was asked, and how it is to fail."""

    address: str = ""
    subject: str = "subject-1"
    email: str | None = "sam@example.org"
    is_verified: bool = True
    # What replaces claims of the next tokens; None leaves one out.
    claims: dict[str, object] = field(default_factory=dict)
    says_issuer: str | None = None
    signature: str = "right"
    status: dict[str, int] = field(default_factory=dict)
    seconds: float = 0
    codes: dict[str, Login] = field(default_factory=dict)
    key: RSAKey | ECKey = field(
        default_factory=lambda: RSAKey.generate_key(2048, {"kid": "first"})
    )

    def rotate(self) -> None:
        """Sign with another key from now on."""
        self.key = ECKey.generate_key("P-256", {"kid": "second"})

    def logged_in(self, address: str) -> tuple[str, str]:
        """Log somebody in at the address of the login; return code and state."""
        asked = {key: one[0] for key, one in parse_qs(urlsplit(address).query).items()}
        assert asked["response_type"] == "code"
        assert asked["code_challenge_method"] == "S256"
        assert asked["client_id"] == CLIENT_ID
        assert "openid" in asked["scope"].split()
        code = f"code-{len(self.codes)}"
        self.codes[code] = Login(
            nonce=asked["nonce"],
            challenge=asked["code_challenge"],
            redirect=asked["redirect_uri"],
        )
        return code, asked["state"]

    def token(self, login: Login) -> str:
        """Return what it says of somebody, signed as it is to be signed."""
        moment = int(now().timestamp())
        said: dict[str, object] = {
            "iss": self.address,
            "sub": self.subject,
            "aud": CLIENT_ID,
            "iat": moment,
            "exp": moment + 300,
            "nonce": login.nonce,
            "email": self.email,
            "email_verified": self.is_verified,
            "name": "Sam Doe",
        } | self.claims
        said = {name: value for name, value in said.items() if value is not None}
        algorithm = "RS256" if isinstance(self.key, RSAKey) else "ES256"
        header = {"alg": algorithm, "kid": str(self.key.kid)}
        match self.signature:
            case "none":
                return f"{_encoded({'alg': 'none'})}.{_encoded(said)}."
            case "another key":
                stranger = RSAKey.generate_key(2048, {"kid": str(self.key.kid)})
                return jwt.encode(header, said, stranger)
            case "our own secret":
                shared = OctKey.import_key(SECRET.ljust(64))
                return jwt.encode({"alg": "HS256"}, said, shared)
            case "changed":
                first, _, last = jwt.encode(header, said, self.key).split(".")
                return f"{first}.{_encoded(said | {'sub': 'root'})}.{last}"
            case _:
                return jwt.encode(header, said, self.key, algorithms=[algorithm])


def _encoded(value: object) -> str:
    return urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()


class _Handler(BaseHTTPRequestHandler):
    server: "_Server"

    @property
    def its(self) -> StandIn:
        return self.server.stand_in

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        if path == "/authorize":
            code, state = self.its.logged_in(self.path)
            back = self.its.codes[code].redirect
            self._send(
                302,
                {},
                Location=f"{back}?{urlencode({'code': code, 'state': state})}",
            )
            return
        answers: dict[str, dict[str, Any]] = {
            "/.well-known/openid-configuration": {
                "issuer": self.its.says_issuer or self.its.address,
                "authorization_endpoint": f"{self.its.address}/authorize",
                "token_endpoint": f"{self.its.address}/token",
                "jwks_uri": f"{self.its.address}/keys",
            },
            "/keys": {"keys": [self.its.key.as_dict(private=False)]},
        }
        self._answer(path, answers[path])

    def do_POST(self) -> None:
        length = int(self.headers["Content-Length"])
        form = parse_qs(self.rfile.read(length).decode())
        asked = {name: one[0] for name, one in form.items()}
        login = self.its.codes.pop(asked["code"], None)
        digest = hashlib.sha256(asked["code_verifier"].encode()).digest()
        met = urlsafe_b64encode(digest).rstrip(b"=").decode()
        if (
            login is None
            or met != login.challenge
            or asked["client_secret"] != SECRET
            or asked["redirect_uri"] != login.redirect
        ):
            self._send(400, {"error": "invalid_grant"})
            return
        self._answer(
            "/token",
            {"token_type": "Bearer", "id_token": self.its.token(login)},
        )

    def _answer(self, path: str, body: dict[str, Any]) -> None:
        time.sleep(self.its.seconds)
        self._send(self.its.status.get(path, 200), body)

    def _send(self, status: int, body: dict[str, Any], **headers: str) -> None:
        text = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(text)))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(text)

    def log_message(self, *_: object) -> None:
        pass


class _Server(ThreadingHTTPServer):
    def __init__(self, address: tuple[str, int], handler: type[_Handler]) -> None:
        super().__init__(address, handler)
        self.stand_in = StandIn()


@contextmanager
def provider_stand_in() -> Iterator[StandIn]:
    """Run a provider on a free port."""
    server = _Server(("127.0.0.1", 0), _Handler)
    server.stand_in.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server.stand_in
    finally:
        server.shutdown()
        server.server_close()
