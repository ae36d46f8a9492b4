"""An endpoint of our own over the OpenAI protocol, that answers each request as a test wants: with a status, a stream, a cut."""

from __future__ import annotations

import http.server
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

DONE = b"data: [DONE]\n\n"


@contextmanager
def endpoint(answer: Any) -> Iterator[str]:
    """A server of our own; `answer(handler)` does what the test wants with each POST."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.body = json.loads(self.rfile.read(int(self.headers["content-length"])))
            with suppress(BrokenPipeError, ConnectionResetError):  # the client may leave
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


def page(html: str) -> Any:
    """A web page with status 200, as a proxy's login gives."""

    def answer(handler: Any) -> None:
        handler.send_response(200)
        handler.send_header("content-type", "text/html; charset=utf-8")
        handler.send_header("content-length", str(len(html.encode())))
        handler.end_headers()
        handler.wfile.write(html.encode())

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
