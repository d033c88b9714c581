"""What the demonstration asks of the server: HTTP and JSON, as any client would."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any, Final, Self

import httpx

from bench.gym_lifter import Asked, Done, Felt
from metricgain.engine.muscles import Muscle
from metricgain.kit.ids import row_id, uuid7

PASSWORD: Final = "three plates a side"  # noqa: S105 - of an account that is thrown away
_TIMEOUT_SECONDS: Final = 60


class DemoClient:
    """A signed-in client. Every refusal is raised with what the server said."""

    def __init__(self, client: httpx.Client) -> None:
        self._client = client

    @classmethod
    @contextmanager
    def new_account(cls, address: str, *, email: str) -> Iterator[Self]:
        """Make an account and sign in with an API token of it."""
        base = f"{address}/api/v1"
        with httpx.Client(base_url=base, timeout=_TIMEOUT_SECONDS) as browser:
            person = {"email": email, "password": PASSWORD}
            _answer(browser.post("/accounts", json=person))
            session = _answer(browser.post("/session", json=person))
            token = _answer(
                browser.post(
                    "/tokens",
                    json={"name": "Demonstration", "scope": "full"},
                    headers={"X-CSRF-Token": session["csrfToken"]},
                )
            )["token"]
        with httpx.Client(
            base_url=base,
            timeout=_TIMEOUT_SECONDS,
            headers={"Authorization": f"Bearer {token}"},
        ) as client:
            yield cls(client)

    def import_history(self, history: bytes) -> Mapping[str, Any]:
        """Import a file of Strong and return the report."""
        return self._do(
            "POST",
            "/imports",
            params={"unit": "kg", "timezone": "UTC", "fileName": "strong.csv"},
            content=history,
            headers={"Content-Type": "text/csv"},
        )

    def template(self, name: str) -> Mapping[str, Any]:
        """Return a built-in template by its name."""
        found: Sequence[Mapping[str, Any]] = _answer(self._client.get("/templates"))
        return next(one for one in found if one["name"] == name)

    def start_block(
        self, template_id: str, *, start: date, at: datetime
    ) -> Mapping[str, Any]:
        """Start a block from a template and return it."""
        return self._do(
            "POST",
            "/mesocycles",
            json={
                "id": str(uuid7(at)),
                "templateId": template_id,
                "startDate": start.isoformat(),
                "madeAt": at.isoformat(),
            },
        )

    def block(self, block_id: str) -> Mapping[str, Any]:
        """Return the block: weeks, workouts, sets per muscle."""
        return self._do("GET", f"/mesocycles/{block_id}")

    def planned_workout(self, instance_id: str) -> Mapping[str, Any]:
        """Return a planned workout, set by set."""
        return self._do("GET", f"/workout-instances/{instance_id}")

    def skip(self, instance_id: str) -> None:
        """Say that a planned workout is not done."""
        self._do("POST", f"/workout-instances/{instance_id}/skip")

    def start_workout(self, instance_id: str, *, at: datetime) -> Mapping[str, Any]:
        """Start a planned workout and return it with its targets."""
        return self._do(
            "PUT",
            f"/workout-logs/{instance_id}",
            json={
                "workoutInstanceId": instance_id,
                "startedAt": at.isoformat(),
                "madeAt": at.isoformat(),
            },
        )

    def log_sets(
        self, log_id: str, asked: Asked, sets: Sequence[Done], *, at: datetime
    ) -> None:
        """Log the sets of an exercise."""
        for number, done in enumerate(sets, 1):
            self._do(
                "PUT",
                f"/workout-logs/{log_id}/sets/{row_id()}",
                json={
                    "exerciseId": asked.exercise_id,
                    "setNumber": number,
                    "weight": done.weight_kg,
                    "weightUnit": "kg",
                    "reps": done.reps,
                    "rir": done.rir,
                    "performedAt": at.isoformat(),
                    "madeAt": at.isoformat(),
                },
            )

    def answer_soreness(
        self, log_id: str, muscle: Muscle, soreness: int, *, at: datetime
    ) -> None:
        """Say how sore the muscle's last workout left it."""
        self._feedback(log_id, muscle, {"soreness": soreness}, at=at)

    def answer_felt(
        self, log_id: str, muscle: Muscle, felt: Felt, *, at: datetime
    ) -> None:
        """Say how the muscle's work felt."""
        answers = {"pump": felt.pump, "challenge": felt.challenge}
        self._feedback(log_id, muscle, answers, at=at)

    def finish(self, log_id: str, *, at: datetime) -> Mapping[str, Any]:
        """Finish a workout and return what was decided."""
        times = {"completedAt": at.isoformat(), "madeAt": at.isoformat()}
        return self._do("POST", f"/workout-logs/{log_id}/finish", json=times)

    def _feedback(
        self, log_id: str, muscle: Muscle, answers: Mapping[str, int], *, at: datetime
    ) -> None:
        self._do(
            "PUT",
            f"/workout-logs/{log_id}/muscle-feedback/{muscle}",
            json={**answers, "madeAt": at.isoformat()},
        )

    def _do(self, method: str, path: str, **given: Any) -> Mapping[str, Any]:  # noqa: ANN401 - httpx's own arguments
        answer: Mapping[str, Any] = _answer(self._client.request(method, path, **given))
        return answer


def _answer(response: httpx.Response) -> Any:  # noqa: ANN401 - whatever JSON the server answers
    if response.is_error:
        request = response.request
        raise RuntimeError(f"{request.method} {request.url}: {response.text}")
    return response.json()
