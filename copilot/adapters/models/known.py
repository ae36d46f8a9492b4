"""Which models could be used on this machine: what is installed and set, and what is missing for the others. Nothing is loaded, sent or printed of a key."""

from __future__ import annotations

import importlib.metadata
import importlib.util

from copilot.adapters.models.local import find_weights
from copilot.errors import UnknownSetting
from copilot.language.words import Words, both
from copilot.records import Record
from copilot.settings import Settings

_OURS = ("langchain-core", "langchain-openai", "langchain-chroma", "langchain-text-splitters", "langchain-classic", "langchain-protocol")


class KnownModel(Record):
    """A way to a model. `setting` is what CENTAUR_MODEL would be; `missing` says what it takes, None where it is ready."""

    setting: str
    what: Words
    missing: Words | None = None
    chosen: bool = False


def known_models(settings: Settings) -> tuple[KnownModel, ...]:
    """Every way to a model, the one in force marked."""
    kind, _, name = settings.model_name.partition(":")
    found = [
        KnownModel(
            setting="offline", what=both("the composer: recombines approved copy, no model", "le compositeur : recombine les textes approuvés, sans modèle")
        ),
        _openai(settings, name if kind == "openai" else ""),
        _local(name if kind == "local" else ""),
    ]
    installed = sorted(
        own.removeprefix("langchain-")
        for dist in importlib.metadata.distributions()
        if (own := (dist.metadata["Name"] or "").lower().replace("_", "-")).startswith("langchain-") and own not in _OURS
    )
    found += [
        KnownModel(setting=f"{provider}:<name>", what=both(f"LangChain's langchain-{provider}", f"langchain-{provider} de LangChain")) for provider in installed
    ]
    known = [one.setting.partition(":")[0] for one in found]
    if kind not in known:
        what, missing = both("by its LangChain package", "par son paquet LangChain"), both(f"pip install langchain-{kind}", f"pip install langchain-{kind}")
        found.append(KnownModel(setting=settings.model_name, what=what, missing=None if kind == "scripted" else missing))
        known.append(kind)
    chosen = known.index(kind)
    found[chosen] = found[chosen].model_copy(update={"chosen": True, "setting": settings.model_name})
    return tuple(found)


def _openai(settings: Settings, name: str) -> KnownModel:
    where = settings.openai_base_url or "OpenAI"
    what = both(f"over the OpenAI protocol, at {where}", f"par le protocole d'OpenAI, chez {where}")
    ready = settings.openai_api_key is not None or bool(settings.openai_base_url)
    missing = both(
        "set OPENAI_API_KEY, or OPENAI_BASE_URL for Ollama, vLLM, llama.cpp ...", "réglez OPENAI_API_KEY, ou OPENAI_BASE_URL pour Ollama, vLLM, llama.cpp..."
    )
    return KnownModel(setting=f"openai:{name or '<name>'}", what=what, missing=None if ready else missing)


def _local(name: str) -> KnownModel:
    what = both("a GGUF file in this process (llama.cpp)", "un fichier GGUF dans ce processus (llama.cpp)")
    missing = None
    if importlib.util.find_spec("xllamacpp") is None:
        missing = both("pip install 'centaur-copilot[local]'", "pip install 'centaur-copilot[local]'")
    else:
        try:
            weights = find_weights(name or "smollm2")
            name = name or "smollm2"
            what = both(f"{what.en}: {weights.name}", f"{what.fr} : {weights.name}")
        except UnknownSetting as error:
            if name:
                missing = both(error.say("en"), error.say("fr"))
    return KnownModel(setting=f"local:{name or '<GGUF file>'}", what=what, missing=missing)
