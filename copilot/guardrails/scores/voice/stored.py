"""A profile as bytes, for the store, and back."""

from __future__ import annotations

import io
import json
from dataclasses import asdict, replace
from typing import Any

import numpy as np

from copilot.guardrails.scores.voice.labels import Tuning
from copilot.guardrails.scores.voice.likeness import Likeness
from copilot.guardrails.scores.voice.profile import Model, VoiceProfile
from copilot.guardrails.scores.voice.traits import Habits


def dump(profile: VoiceProfile) -> bytes:
    """The profile as a compressed archive of arrays and one JSON text. Weights are kept in half precision."""
    directions = {"": (profile.samples, profile.pooled), **profile.channels} if profile.pooled else {}
    told: dict[str, Any] = {
        "locale": profile.locale,
        "counts": [profile.samples, profile.words, profile.all_words],
        "directions": {name: [count, list(held.middles), held.separation] for name, (count, held) in directions.items() if held},
        "habits": asdict(profile.habits) if profile.habits else None,
        "unsaid": sorted(profile.unsaid),
        "models": [asdict(model) for model in profile.models],
        "tuning": asdict(profile.tuning),
    }
    arrays = {f"weights {name}": held.weights.astype(np.float16) for name, (_, held) in directions.items() if held}
    out = io.BytesIO()
    np.savez_compressed(out, told=np.frombuffer(json.dumps(told).encode(), np.uint8), **arrays)  # type: ignore[arg-type]  # NumPy types keyword arrays as flags
    return out.getvalue()


def load(data: bytes) -> VoiceProfile:
    """The profile that `dump` wrote."""
    with np.load(io.BytesIO(data)) as held:
        told = json.loads(held["told"].tobytes())
        directions = {
            name: (count, Likeness(held[f"weights {name}"].astype(np.float32), tuple(middles), separation))
            for name, (count, middles, separation) in told["directions"].items()
        }
    samples, words, all_words = told["counts"]
    habits = told["habits"]
    pooled = directions.pop("", None)
    profile = VoiceProfile(
        locale=told["locale"],
        samples=samples,
        words=words,
        all_words=all_words,
        pooled=pooled[1] if pooled else None,
        channels=directions,
        habits=Habits({name: tuple(pair) for name, pair in habits["rates"].items()}, habits["sentence_words"], habits["sentence_spread"]) if habits else None,
        unsaid=frozenset(told["unsaid"]),
        models=tuple(Model(**model) for model in told["models"]),
    )
    return replace(profile, tuning=Tuning(**told["tuning"]))
