"""A stand-in for a language model: answers as OpenAI's chat API does, or fails.

What it says is a script, a step for each request; the last step goes on for ever. The
forms are those of https://platform.openai.com/docs/api-reference/chat.
"""

import json
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Says:
    """One answer: a text, or an error; `hangs_up` ends the connection without one."""

    text: str = ""
    status: int = 200
    finish: str = "stop"
    refusal: str | None = None
    after_seconds: float = 0
    hangs_up: bool = False


@dataclass(slots=True)
class Model:
    """A model that is running: where it is, and what it was asked, body by body."""

    address: str = ""
    bodies: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    steps: list[Says] = field(default_factory=list)

    def says(self, *script: Says) -> None:
        """Follow another script from now on."""
        self.steps[:] = script

    @property
    def asked(self) -> str:
        """All texts of the latest request."""
        return "\n".join(str(one["content"]) for one in self.bodies[-1]["messages"])


@contextmanager
def model_that(script: Sequence[Says]) -> Iterator[Model]:
    """Run a stand-in that follows a script."""
    model = Model(steps=list(script))
    steps = model.steps

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            model.bodies.append(json.loads(self.rfile.read(length)))
            model.keys.append(self.headers.get("Authorization", ""))
            step = steps.pop(0) if len(steps) > 1 else steps[0]
            time.sleep(step.after_seconds)
            if step.hangs_up:
                self.connection.close()
                return
            body = json.dumps(_body(step, model.bodies[-1]["model"])).encode()
            self.send_response(step.status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name
            """Stay silent."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    model.address = f"http://127.0.0.1:{server.server_address[1]}/v1"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield model
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _body(step: Says, model: str) -> dict[str, Any]:
    if step.status >= 400:
        kind = "rate_limit_error" if step.status == 429 else "server_error"
        return {"error": {"message": "no", "type": kind, "param": None, "code": None}}
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1_800_000_000,
        "model": model,
        "choices": [
            {
                "index": 0,
                "finish_reason": step.finish,
                "logprobs": None,
                "message": {
                    "role": "assistant",
                    "content": step.text or None,
                    "refusal": step.refusal,
                },
            }
        ],
        "usage": {"prompt_tokens": 700, "completion_tokens": 90, "total_tokens": 790},
    }
