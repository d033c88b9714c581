import httpx
import pytest


@pytest.mark.smoke
async def test_a_running_server_says_that_it_is_alive_and_ready(server: str) -> None:
    async with httpx.AsyncClient(base_url=server) as client:
        alive = await client.get("/healthz")
        ready = await client.get("/readyz")

    assert alive.json() == {"status": "ok"}
    assert ready.json() == {"status": "ready"}


async def test_an_address_that_is_not_there_is_a_problem(server: str) -> None:
    async with httpx.AsyncClient(base_url=server) as client:
        answer = await client.get("/api/v1/nowhere")

    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["title"] == "Not found"
