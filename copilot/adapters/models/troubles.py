"""A provider's errors as ours: by HTTP status where there is one, else by what its classes are called. And the end of a stream, which must be a good one."""

from __future__ import annotations

import time
from collections.abc import Mapping
from email.utils import parsedate_to_datetime
from typing import Any

from copilot.errors import (
    ModelBroken,
    ModelCutShort,
    ModelDenied,
    ModelEmpty,
    ModelForbidden,
    ModelMissing,
    ModelOverloaded,
    ModelRefused,
    ModelTimeout,
    ModelTrouble,
    ModelTruncated,
    ModelUnreachable,
    PromptTooLong,
)
from copilot.ports import ModelReply

TOO_LONG = ("context length", "context size", "context window", "maximum context", "too many tokens", "too long", "context_length_exceeded")
_OVERLOAD = (429, 503, 529)
_CUT = ("Connect", "Protocol", "ReadError")


def retry_after_s(headers: Mapping[str, str]) -> float | None:
    """Seconds to wait as the endpoint says: `retry-after-ms`, else `retry-after` in seconds or as a date (RFC 9110, 10.2.3); None if it does not say."""
    try:
        if "retry-after-ms" in headers:
            return max(0.0, float(headers["retry-after-ms"]) / 1000)
        said = headers.get("retry-after", "")
        return max(0.0, float(said)) if said.replace(".", "", 1).isdigit() else max(0.0, parsedate_to_datetime(said).timestamp() - time.time())
    except ValueError:
        return None


def finished(model: str, text: str, ended: str, tokens: tuple[int, int]) -> ModelReply:
    """The reply, if its stream came to a good end. Raises: ModelTruncated, ModelRefused, ModelEmpty."""
    if ended in ("length", "max_tokens"):
        raise ModelTruncated(model, "its limit of tokens", text)
    if ended in ("content_filter", "refusal"):
        raise ModelRefused(model=model, what=ended.replace("_", " "))
    if not text.strip():
        raise ModelEmpty(model, "empty reply", text)
    return ModelReply(text=text, tokens_in=tokens[0], tokens_out=tokens[1])


def translated(error: Exception, model: str, where: str, timeout_s: float, text: str = "", secret: str = "") -> ModelTrouble:
    """`error` as ours. text: what of the reply had come; timeout_s: how long we were ready to wait; secret: a key that must not stand in the message."""
    what = " ".join(str(error).replace(secret or "\0", "***").split())[:200]
    names = " ".join(cls.__name__ for cls in type(error).__mro__)
    response: Any = getattr(error, "response", None)
    status = getattr(error, "status_code", None) or getattr(response, "status_code", None) or 0
    if "LengthFinishReason" in names:
        return ModelTruncated(model, "its limit of tokens", text)
    if "ContentFilter" in names:
        return ModelRefused(model=model, what="content filter")
    if "Timeout" in names:
        return ModelCutShort(model, f"{timeout_s:g} s of silence", text) if text else ModelTimeout(model=model, timeout_s=timeout_s)
    if status == 401 or "Authentication" in names or "api_key" in what.lower():
        return ModelDenied(model=model, what=what)
    if status == 403 or "PermissionDenied" in names:
        return ModelForbidden(model=model, what=what)
    if status == 404:
        return ModelMissing(model=model, where=where, what=what)
    if status in _OVERLOAD or "RateLimit" in names or "Overloaded" in names:
        return ModelOverloaded(model, what, retry_after_s(getattr(response, "headers", {})))
    if status >= 500:
        return ModelBroken(model=model, what=what)
    if status in (400, 413, 422) and any(words in what.lower() for words in TOO_LONG):
        return PromptTooLong(model=model, what=what)
    if any(name in names for name in _CUT) or isinstance(error, OSError):
        return ModelCutShort(model, what, text) if text else ModelUnreachable(model=model, where=where, what=what)
    return ModelTrouble(model=model, what=f"{type(error).__name__}: {what}")
