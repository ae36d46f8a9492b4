"""The whole job against a real language model over the OpenAI protocol, and against an endpoint that misbehaves."""

from __future__ import annotations

import http.server
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from copilot.adapters.models.local import find_weights
from copilot.adapters.models.openai import OpenAIModel
from copilot.bootstrap import build, choose_model
from copilot.errors import ModelCutShort, ModelDenied, ModelOverloaded, ModelRefused, ModelTimeout, ModelUnreachable, PromptTooLong, UnknownSetting
from copilot.guides.load import load_brief
from copilot.ports import ModelReply, ModelRequest
from copilot.records import Editor
from copilot.settings import Settings
from tests.conftest import ROOT
from tests.servers import language_model

REQUEST = ModelRequest(system="s", user="u", reply_schema={"type": "object"}, temperature=0, max_tokens=50, channel="email")


@pytest.mark.server
@pytest.mark.parametrize(("brand", "locale", "brief_name"), [("fettle-and-thole", "en", "drover-pack"), ("pataud", "fr", "bouillotte-odette")])
def test_a_real_model_drafts_is_checked_and_a_person_signs(tmp_path: Path, brand: str, locale: str, brief_name: str) -> None:
    """A small real model writes an ad within the schema; it is checked; what blocks is overruled with reasons; a person signs."""
    with language_model(tmp_path / "model.log") as address:
        settings = Settings(home=ROOT, store=tmp_path / "store", model="openai:smollm2", model_timeout_s=300, context_tokens=400, OPENAI_BASE_URL=address)  # type: ignore[call-arg]
        copilot = build(settings)
        brief = load_brief(ROOT / "brand_guides" / brand / "briefs" / f"{brief_name}.yaml", {"brand": brand, "channel": "google_rsa", "locale": locale})
        heard: list[str] = []
        written = copilot.write(brief, 1, on_text=heard.append)
    draft, card = written.drafts[0], written.scorecards[0]
    assert draft.made.model == "openai:smollm2"
    assert draft.made.tokens_in > 100
    assert draft.made.tokens_out > 10
    assert len(heard) > 5
    assert {"headline_1", "headline_2", "headline_3", "description_1", "description_2"} <= set(draft.fields)
    assert card.dials["compliance"].measured
    review = copilot.submit(draft.id, "Léa Martin")
    reasons = {finding.code: "test of the trail" for finding in copilot.check_draft(review).at_level("blocking")}
    approved = copilot.approve(draft.id, Editor(name="Paul Roux"), review.draft.text_hash, reasons)
    assert approved.state == "approved"
    assert approved.approval is not None
    assert approved.approval.waived == reasons


@contextmanager
def endpoint(answer: Any) -> Iterator[str]:
    """A server of our own; `answer(handler)` does what the test wants with each POST."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.body = json.loads(self.rfile.read(int(self.headers["content-length"])))
            answer(self)

        def log_message(self, *_: Any) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/v1"
        finally:
            server.shutdown()


def chunk(text: str = "", finish: str | None = None, **delta: Any) -> bytes:
    choice = {"index": 0, "delta": {"role": "assistant", "content": text, **delta}, "finish_reason": finish}
    return b"data: " + json.dumps({"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": [choice]}).encode() + b"\n\n"


def status(code: int, message: str, **headers: str) -> Any:
    def answer(handler: Any) -> None:
        body = json.dumps({"error": {"message": message, "type": "x", "code": None}}).encode()
        handler.send_response(code)
        for name, value in {**headers, "content-type": "application/json", "content-length": str(len(body))}.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def stream(*pieces: bytes, wait_s: float = 0, cut: bool = False) -> Any:
    def answer(handler: Any) -> None:
        time.sleep(wait_s)
        handler.send_response(200)
        handler.send_header("content-type", "text/event-stream")
        if cut:
            handler.send_header("content-length", "100000")
        handler.end_headers()
        for piece in pieces:
            handler.wfile.write(piece)
            handler.wfile.flush()

    return answer


def reply_of(address: str, timeout_s: float = 10) -> ModelReply:
    settings = Settings(model_timeout_s=timeout_s, OPENAI_BASE_URL=address, OPENAI_API_KEY="k")  # type: ignore[call-arg]
    return OpenAIModel("m", settings).reply(REQUEST)


DONE = b"data: [DONE]\n\n"


@pytest.mark.parametrize(
    ("answer", "error", "match"),
    [
        (status(401, "bad key"), ModelDenied, "OPENAI_API_KEY"),
        (status(404, "no such model"), ModelDenied, "no such model"),
        (status(429, "slow down", retry_after="7"), ModelOverloaded, "7 s"),
        (status(503, "loading"), ModelOverloaded, "loading"),
        (status(400, "This model's maximum context length is 4096 tokens"), PromptTooLong, "CENTAUR_CONTEXT_TOKENS"),
        (stream(chunk('{"subject": "Ha'), cut=True), ModelCutShort, "after 15 characters"),
        (stream(chunk("{", None), chunk("", "length"), DONE), ModelCutShort, "its limit of tokens"),
        (stream(chunk("", "stop"), DONE), ModelCutShort, "empty reply"),
        (stream(chunk("", "content_filter"), DONE), ModelRefused, "content filter"),
        (stream(chunk("late", "stop"), DONE, wait_s=3), ModelTimeout, "did not answer within 1 s"),
    ],
)
def test_each_trouble_of_an_endpoint_is_ours(answer: Any, error: type[Exception], match: str) -> None:
    """Status codes, cuts, empty replies and silence become our errors, each with what to do."""
    with endpoint(answer) as address, pytest.raises(error, match=match):
        reply_of(address, timeout_s=1 if error is ModelTimeout else 10)


def test_no_server_is_unreachable() -> None:
    """Nothing listens: the address is named."""
    with pytest.raises(ModelUnreachable, match=r"127\.0\.0\.1:9"):
        reply_of("http://127.0.0.1:9/v1")


def test_an_endpoint_without_schemas_is_asked_without() -> None:
    """A 400 about response_format is answered by one request without it."""
    seen: list[bool] = []

    def answer(handler: Any) -> None:
        seen.append("response_format" in handler.body)
        if seen[-1]:
            status(400, "response_format is not supported")(handler)
        else:
            stream(chunk("{}", "stop"), DONE)(handler)

    with endpoint(answer) as address:
        assert reply_of(address).text == "{}"
    assert seen == [True, False]


@pytest.mark.server
def test_the_same_job_in_this_process(tmp_path: Path) -> None:
    """`local:smollm2` loads the weights here, stays within the schema, stops when told to, and names what is missing."""
    settings = Settings(home=ROOT, store=tmp_path / "store", model="local:smollm2", context_tokens=400)
    copilot = build(settings)
    brief = load_brief(ROOT / "brand_guides" / "pataud" / "briefs" / "plaid-germain.yaml", {"brand": "pataud", "channel": "google_rsa", "locale": "fr"})
    written = copilot.write(brief, 1)
    assert written.drafts[0].made.model == "local:SmolLM2-135M-Instruct.Q4_1"
    assert written.drafts[0].made.prompt == "shared/continue.fr.v1"
    assert written.drafts[0].made.tokens_out > 10
    assert copilot.calls("pataud")[0].outcome == "reply"

    class Enough(Exception):
        pass

    def stop(_: str) -> None:
        raise Enough

    with pytest.raises(Enough):
        copilot.write(brief, 1, on_text=stop)
    with pytest.raises(UnknownSetting, match="no GGUF file"):
        find_weights(str(ROOT / "README.md"))
    with pytest.raises(UnknownSetting, match="not there"):
        find_weights("/nowhere/model.gguf")


def test_a_provider_without_its_package_says_what_to_install() -> None:
    """`anthropic:` needs a package that is not here."""
    model = choose_model(Settings(model="anthropic:claude"))
    assert model is not None
    with pytest.raises(UnknownSetting, match="langchain-anthropic"):
        model.reply(REQUEST)
