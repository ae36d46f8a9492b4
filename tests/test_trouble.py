"""Model trouble, from a real endpoint that misbehaves: each kind has its own error that says what to do, is retried only where that helps, and spares the others."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import pytest

from copilot.adapters.models.local import LocalModel
from copilot.adapters.models.openai import OpenAIModel
from copilot.adapters.store import Store
from copilot.channels import find_channel
from copilot.errors import (
    ModelBroken,
    ModelCutShort,
    ModelDenied,
    ModelEmpty,
    ModelForbidden,
    ModelGarbage,
    ModelMissing,
    ModelNoService,
    ModelOverloaded,
    ModelRefused,
    ModelStopped,
    ModelTimeout,
    ModelTrouble,
    ModelTruncated,
    ModelUnreachable,
    ModelWrongLanguage,
    PromptTooLong,
)
from copilot.generation.ask import ask, in_language
from copilot.generation.calls import Booked, Patient
from copilot.generation.loop import Progress
from copilot.generation.write import read_reply
from copilot.ports import ModelReply, ModelRequest
from copilot.records import Brief
from copilot.service import Copilot
from copilot.settings import Settings
from copilot.testing import fixed_clock
from tests.endpoint import DONE, chunk, endpoint, page, status, stream

REQUEST = ModelRequest(system="s", user="u", reply_schema={"type": "object"}, temperature=0, max_tokens=50, channel="email")
GOOD = {
    "subject": "A pack that leans",
    "preheader": "To the left, mostly.",
    "body": "This is the Drover pack. It costs £195. It leans to the left.",
    "call_to_action": "See the pack",
}
WHOLE = stream(chunk(json.dumps(GOOD), "stop"), DONE)
FRENCH = {
    "subject": "Un sac qui penche",
    "preheader": "Vers la gauche, le plus souvent.",
    "body": "Voici le sac Drover, qui penche un peu à gauche, et que nous cousons à la main dans notre atelier de Hexham.",
    "call_to_action": "Voir le sac",
}


def model_at(address: str, timeout_s: float = 30) -> OpenAIModel:
    return OpenAIModel("m", Settings(model_timeout_s=timeout_s, OPENAI_BASE_URL=address, OPENAI_API_KEY="k"))  # type: ignore[call-arg]


def reply_of(address: str, timeout_s: float = 30) -> ModelReply:
    return model_at(address, timeout_s).reply(REQUEST)


def brief() -> Brief:
    return Brief(brand="fettle-and-thole", channel="email", locale="en", product="the Drover pack", facts={"price": "£195", "fault": "it leans to the left"})


def in_turn(*answers: Any) -> tuple[Any, list[Any]]:
    """An answer after the other, the last one again and again; and the bodies that were asked."""
    asked: list[Any] = []
    lock = threading.Lock()

    def answer(handler: Any) -> None:
        with lock:
            asked.append(handler.body)
            mine = answers[min(len(asked), len(answers)) - 1]
        mine(handler)

    return answer, asked


def stalls(*pieces: bytes, silence_s: float) -> Any:
    """Some pieces, then nothing for a while."""

    def answer(handler: Any) -> None:
        stream(*pieces)(handler)
        time.sleep(silence_s)

    return answer


@pytest.mark.parametrize(
    ("answer", "error", "match"),
    [
        (status(401, "bad key"), ModelDenied, "OPENAI_API_KEY"),
        (status(403, "no right to this model"), ModelForbidden, "Ask whoever gave you the key"),
        (status(404, "no such model"), ModelMissing, "no such model"),
        (status(429, "slow down", retry_after="7"), ModelOverloaded, r"\(7 s\)"),
        (status(429, "slow down", retry_after_ms="2500"), ModelOverloaded, r"\(2\.5 s\)"),
        (status(503, "loading"), ModelOverloaded, "loading"),
        (status(529, "overloaded_error"), ModelOverloaded, "overloaded_error"),
        (status(500, "oops"), ModelBroken, "on its side"),
        (status(502, "bad gateway"), ModelBroken, "bad gateway"),
        (status(400, "This model's maximum context length is 4096 tokens"), PromptTooLong, "CENTAUR_CONTEXT_TOKENS"),
        (status(413, "the request exceeds the available context size"), PromptTooLong, "context size"),
        (page("<!DOCTYPE html>\n<title>Sign in</title>"), ModelNoService, r"begins '<!DOCTYPE html> <title>Sign in.*ending in /v1"),
        (status(400, "temperature must be 1"), ModelTrouble, "temperature must be 1"),
        (stream(chunk('{"subject": "Ha'), cut=True), ModelCutShort, "after 15 characters"),
        (stalls(chunk('{"subject": "Ha'), silence_s=9), ModelCutShort, "3 s of silence"),
        (stream(chunk("{", None), chunk("", "length"), DONE), ModelTruncated, "limit of tokens after 1 characters"),
        (stream(chunk("", "stop"), DONE), ModelEmpty, "without a word"),
        (stream(chunk("", "content_filter"), DONE), ModelRefused, "content filter"),
        (stream(chunk("", None, refusal="I will not."), DONE), ModelRefused, r"I will not\. Change the brief"),
        (stream(chunk("late", "stop"), DONE, wait_s=9), ModelTimeout, "did not answer within 3 s"),
    ],
)
def test_each_trouble_of_an_endpoint_is_ours(answer: Any, error: type[Exception], match: str) -> None:
    """Status codes, cuts, empty replies and silence become errors of ours, each of its own class and with what to do."""
    with endpoint(answer) as address, pytest.raises(error, match=match) as caught:
        reply_of(address, timeout_s=3 if "3 s" in match else 30)
    assert type(caught.value) is error


def test_retry_after_may_be_a_date() -> None:
    """A date is turned into seconds from now (RFC 9110); a broken one is no wait at all."""
    later = format_datetime(datetime.now(UTC) + timedelta(seconds=20), usegmt=True)
    with endpoint(status(429, "later", retry_after=later)) as address, pytest.raises(ModelOverloaded) as caught:
        reply_of(address)
    assert caught.value.retry_after_s == pytest.approx(20, abs=3)
    with endpoint(status(429, "later", retry_after="soon")) as address, pytest.raises(ModelOverloaded) as caught:
        reply_of(address)
    assert caught.value.retry_after_s is None


def test_no_server_is_unreachable() -> None:
    """Nothing listens: the address is named."""
    with pytest.raises(ModelUnreachable, match=r"127\.0\.0\.1:9"):
        reply_of("http://127.0.0.1:9/v1")


class Engine:
    """llama.cpp as `LocalModel` meets it: speaks these chunks until it is told to stop, or fails."""

    def __init__(self, chunks: Sequence[Any], fails: Exception | None = None) -> None:
        self.chunks, self.fails, self.spoken = chunks, fails, 0

    def handle_chat_completions(self, body: Any, heard: Callable[[Any], bool]) -> None:
        """Answer a request."""
        if self.fails:
            raise self.fails
        for one in self.chunks:
            self.spoken += 1
            if heard(one):
                return


def piece(text: str, ended: str | None = None) -> dict[str, Any]:
    """A chunk as llama.cpp gives it."""
    return {"choices": [{"delta": {"content": text}, "finish_reason": ended}]}


def local(folder: Path, engine: Engine) -> LocalModel:
    """A model in this process whose engine is this one."""
    weights = folder / "tiny.gguf"
    weights.write_bytes(b"GGUF")
    model = LocalModel(str(weights))
    model.__dict__["_server"] = engine  # the engine is made at the first call and kept there
    return model


@pytest.mark.parametrize(
    ("engine", "error", "match"),
    [
        (Engine([{"error": {"message": "the request exceeds the available context size"}}]), PromptTooLong, "CENTAUR_CONTEXT_TOKENS"),
        (Engine([], RuntimeError("prompt too long for the context")), PromptTooLong, "too long"),
        (Engine([{"message": "grammar is broken"}]), ModelTrouble, "grammar is broken"),
        (Engine([], RuntimeError("out of memory")), ModelTrouble, "out of memory"),
        (Engine([piece("{"), piece("", "length")]), ModelTruncated, "after 1 characters"),
        (Engine([piece("", "stop")]), ModelEmpty, "without a word"),
        (Engine([piece('{"subject')]), ModelCutShort, "after 9 characters"),
    ],
)
def test_each_trouble_of_a_model_in_this_process_is_ours(tmp_path: Path, engine: Engine, error: type[Exception], match: str) -> None:
    """Its engine has errors of its own; they become the same as those of an endpoint."""
    with pytest.raises(error, match=match) as caught:
        local(tmp_path, engine).reply(REQUEST)
    assert type(caught.value) is error


def test_a_model_in_this_process_stops_when_its_listener_does(tmp_path: Path) -> None:
    """The engine speaks no further piece; what the listener raised comes out; the next request is answered."""
    engine = Engine([piece("a"), piece("b"), piece("c", "stop")])
    model = local(tmp_path, engine)

    def stop(_: str) -> None:
        raise ModelStopped(model="m", length=1)

    with pytest.raises(ModelStopped):
        model.reply(REQUEST, stop)
    assert engine.spoken == 1
    assert model.reply(REQUEST).text == "abc"


def test_an_endpoint_without_schemas_is_asked_without() -> None:
    """A 400 about response_format is answered by one request without it."""
    answer, asked = in_turn(status(400, "response_format is not supported"), stream(chunk("{}", "stop"), DONE))
    with endpoint(answer) as address:
        assert reply_of(address).text == "{}"
    assert ["response_format" in body for body in asked] == [True, False]


@pytest.mark.parametrize(
    ("first", "tries"),
    [
        (status(429, "slow down", retry_after="0"), 2),
        (status(503, "loading"), 2),
        (status(500, "oops"), 2),
        (stream(chunk("late", "stop"), DONE, wait_s=9), 2),
        (status(401, "bad key"), 1),
        (status(403, "no right"), 1),
        (status(404, "no model"), 1),
        (status(400, "maximum context length"), 1),
        (stream(chunk("", "content_filter"), DONE), 1),
    ],
)
def test_a_call_is_tried_again_only_where_that_may_help(first: Any, tries: int) -> None:
    """Overload, failures of the endpoint and silence are tried again and heal; a denial, a missing model, too long a prompt and a refusal are told at once."""
    answer, asked = in_turn(first, WHOLE)
    waits: list[float] = []
    with endpoint(answer) as address:
        model = Patient(model_at(address, 3), 3, waits.append)
        if tries == 2:
            assert json.loads(model.reply(REQUEST).text) == GOOD
        else:
            with pytest.raises(ModelTrouble):
                model.reply(REQUEST)
    assert (len(asked), len(waits)) == (tries, tries - 1)


def test_a_wait_of_more_than_a_minute_is_the_callers_to_decide() -> None:
    """An hour asked for is told at once; after the last try the trouble itself is raised, with the waits that the endpoint asked for kept."""
    answer, asked = in_turn(status(429, "come back later", retry_after="3600"), WHOLE)
    waits: list[float] = []
    with endpoint(answer) as address, pytest.raises(ModelOverloaded, match="3600 s"):
        Patient(model_at(address), 3, waits.append).reply(REQUEST)
    assert (len(asked), waits) == (1, [])
    answer, asked = in_turn(status(429, "slow down", retry_after="2"))
    with endpoint(answer) as address, pytest.raises(ModelOverloaded):
        Patient(model_at(address), 3, waits.append).reply(REQUEST)
    assert (len(asked), waits) == (3, [2.0, 2.0])


@pytest.mark.parametrize("words", ["I'm sorry, but I can't help with that.", "Je suis désolé, mais je ne peux pas vous aider."])
def test_a_refusal_in_plain_words_is_told_and_not_asked_for_again(words: str) -> None:
    """In English and in French, where JSON was asked for."""
    answer, asked = in_turn(stream(chunk(words, "stop"), DONE))
    with endpoint(answer) as address, pytest.raises(ModelRefused):
        ask(model_at(address), REQUEST, read, "en")
    assert len(asked) == 1


def test_of_several_troubles_the_one_to_act_on_is_raised(make_copilot: Callable[..., Copilot]) -> None:
    """One angle meets an overload, the other a bad key: the key is what a person can mend."""

    def answer(handler: Any) -> None:
        second = "objection" in handler.body["messages"][-1]["content"]
        (status(401, "bad key") if second else status(429, "slow down", retry_after="0"))(handler)

    with endpoint(answer) as address:
        copilot = make_copilot(model_at(address))
        with pytest.raises(ModelDenied):
            copilot.write(brief(), 2)
    assert copilot.drafts() == []


def test_an_endpoint_that_fails_in_the_repair_costs_nothing(make_copilot: Callable[..., Copilot]) -> None:
    """The draft came; its repair meets a cut and then an overload: the draft is kept as it was drafted."""
    wrong = {**GOOD, "body": "This is the Drover pack. It lasts 99 years."}
    first = stream(chunk(json.dumps(wrong), "stop"), DONE)
    answer, asked = in_turn(first, stream(chunk('{"edits": ['), cut=True), status(429, "slow down", retry_after="0"))
    with endpoint(answer) as address:
        written = make_copilot(model_at(address), repair_rounds=2).write(brief(), 1)
    assert written.drafts[0].fields == wrong
    assert len(asked) >= 2


def read(text: str) -> dict[str, str]:
    return in_language(read_reply(text, find_channel("email")), "en")


@pytest.mark.parametrize(
    ("first", "error", "second"),
    [
        (stream(chunk("{", None), chunk("", "length"), DONE), ModelTruncated, "max_tokens"),
        (stream(chunk('{"subject": "Ha'), cut=True), ModelCutShort, "the same"),
        (stream(chunk(" ", "stop"), DONE), ModelEmpty, "the same"),
        (stream(chunk("Here you are!", "stop"), DONE), ModelGarbage, "no JSON object"),
        (stream(chunk('{"subject": 1}', "stop"), DONE), ModelGarbage, "'subject' has 0 of at least 1"),
        (stream(chunk(json.dumps(FRENCH), "stop"), DONE), ModelWrongLanguage, "written in 'fr'"),
    ],
)
def test_a_reply_that_cannot_be_used_is_asked_for_once_more(first: Any, error: type[Exception], second: str) -> None:
    """The second request says what was wrong, or gives more room; a good second reply is taken; a bad one is told by its own error."""
    answer, asked = in_turn(first, WHOLE)
    with endpoint(answer) as address:
        assert ask(model_at(address), REQUEST, read, "en").value == GOOD
    told, again = asked[0]["messages"][-1]["content"], asked[1]["messages"][-1]["content"]
    if second == "max_tokens":
        room = [next(body[key] for key in ("max_tokens", "max_completion_tokens") if key in body) for body in asked]
        assert (room[1], again) == (2 * room[0], told)
    elif second == "the same":
        assert again == told
    else:
        assert second in again
    with endpoint(first) as address, pytest.raises(error) as caught:
        ask(model_at(address), REQUEST, read, "en")
    assert type(caught.value) is error


@pytest.mark.parametrize(
    "fault",
    [
        status(403, "no right"),
        status(429, "slow down", retry_after="0"),
        stream(chunk('{"subject": "Ha'), cut=True),
        stream(chunk("I'm sorry, but I can't help with that.", "stop"), DONE),
        stream(chunk(json.dumps(FRENCH), "stop"), DONE),
    ],
)
def test_the_other_candidates_survive(make_copilot: Callable[..., Copilot], fault: Any) -> None:
    """Every request for the second angle fails; the first candidate reaches the person, with a note on what happened to the other."""

    def answer(handler: Any) -> None:
        (fault if "objection" in handler.body["messages"][-1]["content"] else WHOLE)(handler)

    with endpoint(answer) as address:
        written = make_copilot(model_at(address)).write(brief(), 2)
    assert [draft.fields for draft in written.drafts] == [GOOD]
    assert "1 of 2 candidates failed" in written.notes[0].en
    assert "1 candidats sur 2 ont échoué" in written.notes[0].fr


class Leaves(Exception):
    """Somebody closed the page."""


@pytest.mark.parametrize("interruption", [KeyboardInterrupt, Leaves])
def test_stopping_closes_the_stream_and_keeps_what_was_finished(
    tmp_path: Path, make_copilot: Callable[..., Copilot], interruption: type[BaseException]
) -> None:
    """Of two candidates one is finished and one endless: after the stop the endless stream is closed, the finished draft is kept, the books say so."""
    closed = threading.Event()

    def endless(handler: Any) -> None:
        handler.send_response(200)
        handler.send_header("content-type", "text/event-stream")
        handler.end_headers()
        try:
            for _ in range(6000):
                handler.wfile.write(chunk("word "))
                handler.wfile.flush()
                time.sleep(0.05)
        except OSError:
            closed.set()
            raise

    def answer(handler: Any) -> None:
        (endless if "objection" in handler.body["messages"][-1]["content"] else WHOLE)(handler)

    seen: list[Sequence[Progress]] = []

    def stop(now: Sequence[Progress]) -> None:
        seen.append(now)
        if any(one.state == "done" for one in now) and any(one.heard > 10 for one in now if one.state == "writing"):
            raise interruption

    store = Store(tmp_path / "books")
    with endpoint(answer) as address:
        copilot = make_copilot(Booked(model_at(address), lambda: store, fixed_clock, {}), model_parallel=2)
        if interruption is KeyboardInterrupt:
            written = copilot.write(brief(), 2, on_progress=stop)
            assert [draft.fields for draft in written.drafts] == [GOOD]
            assert "was stopped after" in written.notes[0].en
        else:
            with pytest.raises(interruption):
                copilot.write(brief(), 2, on_progress=stop)
        assert closed.wait(30)
    assert [draft.fields for draft, _ in copilot.drafts()] == [GOOD]
    assert sorted(call.outcome for call in store.calls()) == ["ModelStopped", "reply"]
    assert next(call for call in store.calls() if call.outcome == "ModelStopped").tokens_out > 2
    assert {one.angle for one in seen[-1]} == {"plain-offer", "objection"}
    store.close()


def test_a_stop_before_anything_is_finished_is_told(make_copilot: Callable[..., Copilot]) -> None:
    """Nothing is kept, and the error says who stopped it; it leaves with 130, as Ctrl-C does."""

    def answer(handler: Any) -> None:
        handler.send_response(200)
        handler.send_header("content-type", "text/event-stream")
        handler.end_headers()
        for _ in range(6000):
            handler.wfile.write(chunk("word "))
            handler.wfile.flush()
            time.sleep(0.05)

    def stop(now: Sequence[Progress]) -> None:
        if now and now[0].heard:
            raise KeyboardInterrupt

    with endpoint(answer) as address:
        copilot = make_copilot(model_at(address))
        with pytest.raises(ModelStopped, match="as you asked") as caught:
            copilot.write(brief(), 1, on_progress=stop)
    assert caught.value.exit_code == 130
    assert copilot.drafts() == []
