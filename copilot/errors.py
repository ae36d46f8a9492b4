"""Every error Centaur raises, in one tree.

CentaurError                     exit  retry
├── BadInput                        2  no     something the person gave cannot be used
│   ├── UnknownBrand · UnknownLocale · UnknownChannel · UnknownRule · UnknownDraft · UnknownSetting
│   ├── GuideFaults                           a brand folder with faults, all of them at once
│   │   └── BriefFaults                       a brief with faults, all of them at once
│   ├── BriefFault                            a brief that cannot be drafted from
│   ├── PersonalInBrief                       customers' data in a brief that does not say why it may be there
│   ├── SlowPattern                           a pattern of the brand's own that does not come to an end
│   ├── UnfilledSlots                         copy with slots that cannot be filled for everybody
│   ├── RowFault                              one row of a bulk file
│   ├── FileFault                             a file that is missing, too large or not what it should be
│   ├── BrandExists · BadOption
│   ├── NeedsModel                            what the offline composer cannot do
│   └── EmptyCorpus                           a brand with nothing to retrieve or to learn from
├── NotAllowed                      2  no     a step that the approval workflow refuses
├── StoreTrouble                    2  no     the store cannot be opened or written
│   └── StoreBusy                   2  yes    another process owns the folder
├── PromptFault                     2  no     a prompt file whose inputs, version or body are wrong
└── ModelTrouble                    3  no     the model or the network
    ├── ModelUnreachable · ModelTimeout · ModelOverloaded · ModelBroken                  3  yes
    ├── ModelCutShort · ModelGarbage                                                      3  yes
    │   ├── ModelTruncated · ModelEmpty         cut by its own limit; no word at all
    │   └── ModelWrongLanguage                  it wrote in another language than the brief's
    ├── ModelRefused · ModelDenied · ModelForbidden · ModelMissing · PromptTooLong        3  no
    ├── ModelNoService                    3  no     a page instead of a model's reply
    └── ModelStopped                      130  no     a person stopped it

An error says what happened, to which thing, and what to do next, in English and in French. Stages raise;
skins catch, print and leave with `exit_code`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from copilot.language.words import Words


@dataclass(frozen=True, kw_only=True)
class Fault:
    """What is wrong in a file that a person must mend, and how to mend it."""

    file: str
    line: int | None
    what: Words
    mend: Words

    @property
    def place(self) -> str:
        """`file:line`, as editors understand it."""
        return self.file if self.line is None else f"{self.file}:{self.line}"


def _without_secrets(said: str) -> str:
    """What an endpoint said, without the keys that it repeats."""
    from copilot.language.personal import Kind, find_personal  # hundreds of patterns, which only a trouble needs

    secret: tuple[Kind, ...] = ("secret",)
    for found in reversed(find_personal(said, secret)):
        said = said[: found.start] + "***" + said[found.end :]
    return said


class CentaurError(Exception):
    """The root. Subclasses give one sentence in each language, with `{names}` filled from the keywords; a keyword that is `Words` speaks both."""

    exit_code: ClassVar[int] = 2
    retryable: ClassVar[bool] = False
    en: ClassVar[str] = "{what}"
    fr: ClassVar[str] = "{what}"

    def __init__(self, **values: Any) -> None:
        self.values = values
        super().__init__(self.say("en"))

    def say(self, language: str) -> str:
        """The message in `language` ("fr" or "en")."""
        said = {name: value.say(language) if isinstance(value, Words) else value for name, value in self.values.items()}
        return (self.fr if language == "fr" else self.en).format(**said)


class BadInput(CentaurError):
    """Something the person gave cannot be used; nothing was changed."""


class UnknownBrand(BadInput):
    en = "There is no brand '{brand}'. Known brands: {known}. `centaur guides new {brand} --from PATH` makes one from past texts."
    fr = "Il n'y a pas de marque « {brand} ». Marques connues : {known}. `centaur guides new {brand} --from CHEMIN` en crée une à partir de textes passés."


class UnknownLocale(BadInput):
    en = "Centaur writes and checks French (fr) and English (en); it does not cover '{locale}'{where}."
    fr = "Centaur écrit et vérifie le français (fr) et l'anglais (en) ; il ne couvre pas « {locale} »{where}."


class UnknownChannel(BadInput):
    en = "There is no channel '{channel}'{where}. Channels: {known}."
    fr = "Il n'y a pas de canal « {channel} »{where}. Canaux : {known}."


class UnknownRule(BadInput):
    en = "There is no rule '{code}'. `centaur rules` lists them all."
    fr = "Il n'y a pas de règle « {code} ». `centaur rules` les liste toutes."


class UnknownDraft(BadInput):
    en = "There is no draft '{draft}'. `centaur list` shows the drafts of this store ({store})."
    fr = "Il n'y a pas de brouillon « {draft} ». `centaur list` montre ceux de ce magasin ({store})."


class UnknownSetting(BadInput):
    en = "The setting {name} {problem} Settings: {known}."
    fr = "Le réglage {name} {problem} Réglages : {known}."


class BrandExists(BadInput):
    en = "There is already a brand folder {folder}. Choose another name, or remove it yourself."
    fr = "Le dossier de marque {folder} existe déjà. Choisissez un autre nom, ou supprimez-le vous-même."


class BadOption(BadInput):
    en = "{option} is '{given}'. {mend}"
    fr = "{option} vaut « {given} ». {mend}"

    def say(self, language: str) -> str:
        """The message in `language`; of an option that was not given, that it is missing."""
        if self.values["given"] != "":
            return super().say(language)
        option, mend = self.values["option"], self.values["mend"].say(language)
        return f"{option} manque. {mend}" if language == "fr" else f"{option} is missing. {mend}"


class NeedsModel(BadInput):
    """What the offline composer cannot do; `can` says what it can."""

    en = "Offline, Centaur cannot {what}: that takes a model. {can} Connect one with CENTAUR_MODEL; `centaur models` shows what could be."
    fr = "Hors ligne, Centaur ne peut pas {what} : il y faut un modèle. {can} Branchez-en un avec CENTAUR_MODEL ; `centaur models` montre lesquels."


class FileFault(BadInput):
    en = "{file}: {what}. {mend}"
    fr = "{file} : {what}. {mend}"


class GuideFaults(BadInput):
    """A brand folder with faults. `faults` holds every one of them, ordered by file and line."""

    en = "The guide of '{brand}' has {count} fault(s):\n{listing}"
    fr = "Le guide de « {brand} » a {count} défaut(s) :\n{listing}"

    def __init__(self, brand: str, faults: tuple[Fault, ...]) -> None:
        self.faults = faults
        super().__init__(brand=brand, count=len(faults))

    def say(self, language: str) -> str:
        """The message in `language`, one fault a line."""
        listing = "\n".join(f"  {fault.place}: {fault.what.say(language)} → {fault.mend.say(language)}" for fault in self.faults)
        return (self.fr if language == "fr" else self.en).format(listing=listing, **self.values)


class BriefFaults(GuideFaults):
    """A brief with faults, every one of them. `brand` is the name of its file, empty for a form."""

    en = "The brief {brand} has {count} fault(s):\n{listing}"
    fr = "Le brief {brand} a {count} défaut(s) :\n{listing}"


class BriefFault(BadInput):
    en = "The brief{where} cannot be used: {what}. {mend}"
    fr = "Le brief{where} ne peut pas servir : {what}. {mend}"


class PersonalInBrief(BadInput):
    """Customers' data without consent. `found` tells kinds and counts, `fields` where they stand, never values."""

    en = (
        "The brief holds personal data: {found}, in {fields}. Nothing was sent. Take it out, add what is yours to `contacts` or `names` in voice.yaml, "
        "or say in the brief on what ground it may be used: `consent: order confirmation, contract`. It is masked before it is sent to a model in any case."
    )
    fr = (
        "Le brief contient des données personnelles : {found}, dans {fields}. Rien n'a été envoyé. Retirez-les, ajoutez les vôtres à `contacts` ou `names` dans voice.yaml, "
        "ou dites dans le brief à quel titre elles servent : `consent: confirmation de commande, contrat`. Elles sont masquées de toute façon avant l'envoi à un modèle."
    )


class SlowPattern(BadInput):
    en = "The private pattern '{name}' of voice.yaml did not come to an end within {seconds:g} s. Nothing was sent. Write it without nested repetitions."
    fr = "Le motif privé « {name} » de voice.yaml n'a pas abouti en {seconds:g} s. Rien n'a été envoyé. Écrivez-le sans répétitions imbriquées."


class UnfilledSlots(BadInput):
    en = "{count} slot(s) cannot be filled, so nothing was exported: {listing}. Give a fallback in the slot or in the brief, or mend the rows."
    fr = "{count} champ(s) ne peuvent être remplis, rien n'a été exporté : {listing}. Donnez un repli dans le champ ou dans le brief, ou corrigez les lignes."


class RowFault(BadInput):
    en = "{what}. {mend}"
    fr = "{what}. {mend}"


class EmptyCorpus(BadInput):
    en = "The brand '{brand}' has nothing in '{locale}' to {purpose}. Add approved copy under {folder} and run `centaur index --brand {brand}`."
    fr = (
        "La marque « {brand} » n'a rien en « {locale} » pour {purpose}. Ajoutez des textes approuvés dans {folder}, "
        "puis lancez `centaur index --brand {brand}`."
    )


class NotAllowed(CentaurError):
    """A step that the approval workflow refuses; the draft stays as it was."""

    en = "{what} {mend}"
    fr = "{what} {mend}"


class StoreTrouble(CentaurError):
    """The store cannot be opened, read or written."""

    en = "The store {folder} cannot be used: {what}. {mend}"
    fr = "Le magasin {folder} est inutilisable : {what}. {mend}"


class StoreBusy(StoreTrouble):
    retryable = True
    en = (
        "Another process owns the index in {folder} ({owner}). Two writers would corrupt it, so this one stops here. "
        "Close the other one, or share the index: start `chroma run --path {folder}` and set CENTAUR_CHROMA_URL."
    )
    fr = (
        "Un autre processus tient l'index de {folder} ({owner}). Deux écrivains l'abîmeraient : celui-ci s'arrête. "
        "Fermez l'autre, ou partagez l'index : lancez `chroma run --path {folder}` et réglez CENTAUR_CHROMA_URL."
    )


class PromptFault(CentaurError):
    """A prompt file whose inputs, version or body are wrong."""

    en = "{file}: {what}. {mend}"
    fr = "{file} : {what}. {mend}"


class ModelTrouble(CentaurError):
    """The model or the network; `retryable` says whether the same call may succeed later."""

    exit_code = 3
    en = "The model {model} failed: {what}."
    fr = "Le modèle {model} a échoué : {what}."

    def __init__(self, **values: Any) -> None:
        values = {name: _without_secrets(value) if isinstance(value, str) else value for name, value in values.items()}
        if isinstance(what := values.get("what"), str):
            values["what"] = what.rstrip(" .:")  # our sentence goes on from it, or ends it
        super().__init__(**values)


class ModelUnreachable(ModelTrouble):
    retryable = True
    en = "The model {model} cannot be reached at {where}: {what}. Check the address (OPENAI_BASE_URL) and that the server runs."
    fr = "Le modèle {model} est injoignable à {where} : {what}. Vérifiez l'adresse (OPENAI_BASE_URL) et que le serveur tourne."


class ModelTimeout(ModelTrouble):
    retryable = True
    en = "The model {model} did not answer within {timeout_s:g} s. Try again, or raise CENTAUR_MODEL_TIMEOUT_S."
    fr = "Le modèle {model} n'a pas répondu en {timeout_s:g} s. Réessayez, ou augmentez CENTAUR_MODEL_TIMEOUT_S."


class ModelOverloaded(ModelTrouble):
    """429 or 5xx. `retry_after_s` in seconds where the endpoint said it, else None."""

    retryable = True
    en = "The model {model} is overloaded or limits our rate ({what}). Wait and try again{after}."
    fr = "Le modèle {model} est surchargé ou limite notre débit ({what}). Attendez et réessayez{after}."

    def __init__(self, model: str, what: str, retry_after_s: float | None = None) -> None:
        self.retry_after_s = retry_after_s
        super().__init__(model=model, what=what, after=f" ({retry_after_s:g} s)" if retry_after_s else "")


class ModelBroken(ModelTrouble):
    """5xx other than overload: the endpoint itself failed."""

    retryable = True
    en = "The endpoint of {model} failed ({what}). This is on its side: try again in a while, or use another model."
    fr = "Le service de {model} est en panne ({what}). Cela vient de lui : réessayez dans un moment, ou prenez un autre modèle."


class ModelCutShort(ModelTrouble):
    """The reply ended before it was whole. `partial` keeps what had come."""

    retryable = True
    en = "The reply of {model} was cut short after {length} characters ({what}). Nothing of it was kept as a draft; try again."
    fr = "La réponse de {model} s'est arrêtée après {length} caractères ({what}). Rien n'en a été gardé ; réessayez."

    def __init__(self, model: str, what: str, partial: str = "") -> None:
        self.partial = partial
        super().__init__(model=model, what=what, length=len(partial))


class ModelTruncated(ModelCutShort):
    """The reply came to its limit of tokens before it was whole."""

    en = "The reply of {model} came to its limit of tokens after {length} characters. Ask for less text, or use a model with more room."
    fr = "La réponse de {model} a atteint sa limite de tokens après {length} caractères. Demandez moins de texte, ou prenez un modèle qui a plus de place."


class ModelEmpty(ModelCutShort):
    """The endpoint answered without a word."""

    en = "The model {model} answered without a word ({what}). Try again; if it stays so, try it alone with `centaur models --test`."
    fr = "Le modèle {model} a répondu sans un mot ({what}). Réessayez ; si cela dure, essayez-le seul avec `centaur models --test`."


class ModelGarbage(ModelTrouble):
    """The reply does not hold the fields asked for, also after a second try."""

    retryable = True
    en = "The reply of {model} does not hold the fields of {channel}: {what}. It began: {excerpt!r}. Try again or use another model."
    fr = "La réponse de {model} ne contient pas les champs de {channel} : {what}. Elle commençait par : {excerpt!r}. Réessayez ou prenez un autre modèle."


class ModelWrongLanguage(ModelTrouble):
    retryable = True
    en = "The model {model} wrote in '{found}' where the brief asks for '{wanted}', twice. Use a model that knows the language."
    fr = "Le modèle {model} a écrit en « {found} » là où le brief demande « {wanted} », deux fois. Prenez un modèle qui connaît la langue."


class ModelRefused(ModelTrouble):
    en = "The model {model} refused to write this: {what}. Change the brief, or use another model."
    fr = "Le modèle {model} a refusé d'écrire ce texte : {what}. Changez le brief, ou prenez un autre modèle."


class ModelDenied(ModelTrouble):
    """401: the endpoint does not know the key, or none is set."""

    en = "The endpoint of {model} refused our key: {what}. Check OPENAI_API_KEY."
    fr = "Le service de {model} refuse notre clé : {what}. Vérifiez OPENAI_API_KEY."


class ModelForbidden(ModelTrouble):
    """403: the key is good, but not for this."""

    en = "Our key may not use {model}: {what}. Ask whoever gave you the key for the right to this model, or use another."
    fr = "Notre clé n'a pas droit à {model} : {what}. Demandez ce droit à qui vous a donné la clé, ou prenez un autre modèle."


class ModelMissing(ModelTrouble):
    """404: the endpoint is there, the model or the path is not."""

    en = "The endpoint {where} has no model '{model}': {what}. Check the model's name and the address (OPENAI_BASE_URL, mostly ending in /v1)."
    fr = "Le service {where} n'a pas de modèle « {model} » : {what}. Vérifiez le nom du modèle et l'adresse (OPENAI_BASE_URL, qui finit le plus souvent par /v1)."


class ModelNoService(ModelTrouble):
    """The address answered with a page: a proxy, a login, a web site."""

    en = "{where} is no service for {model}: it answered with a page that begins {excerpt!r}. Check the address (OPENAI_BASE_URL, mostly ending in /v1), and proxies in between."
    fr = (
        "{where} n'est pas un service pour {model} : il a répondu par une page qui commence par {excerpt!r}. Vérifiez l'adresse (OPENAI_BASE_URL, qui finit le "
        "plus souvent par /v1) et les proxys en chemin."
    )


class ModelStopped(ModelTrouble):
    """A person stopped the writing. The stream was closed, so that nothing more is paid for."""

    exit_code = 130
    en = "The model {model} was stopped after {length} characters, as you asked. What was finished before is kept; nothing more is paid for."
    fr = "Le modèle {model} a été arrêté après {length} caractères, à votre demande. Ce qui était fini est gardé ; rien de plus n'est payé."


class PromptTooLong(ModelTrouble):
    en = "The prompt is too long for {model}: {what}. Lower CENTAUR_CONTEXT_TOKENS or shorten the brief."
    fr = "La demande est trop longue pour {model} : {what}. Baissez CENTAUR_CONTEXT_TOKENS ou raccourcissez le brief."
