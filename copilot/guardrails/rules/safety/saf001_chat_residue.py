import re
from collections.abc import Iterator

from copilot.guardrails.checks import spans
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both

PATTERNS = {
    "en": re.compile(
        r"\bas an? (?:ai|language model)\b[^.\n]{0,60}|(?:^|\n)\s*(?:certainly|sure|of course|absolutely)[!,.] (?:here(?:'s| is| are)|i (?:can|would|'d))[^.\n]{0,60}"
        r"|\bhere(?:'s| is) (?:a|the|your) (?:revised|rewritten|polished|improved|updated) (?:version|draft|copy)\b|\bi hope this (?:helps|meets your)\b[^.\n]{0,40}"
        r"|\blet me know if you(?:'d| would) like (?:me to|any) [^.\n]{0,60}|\bi (?:can't|cannot|am unable to) (?:help|assist|comply) with\b[^.\n]{0,40}"
        r"|\bmy (?:knowledge cutoff|training data)\b"
    ),
    "fr": re.compile(
        r"\ben tant qu'(?:ia\b|intelligence artificielle|assistant virtuel|assistante virtuelle)[^.\n]{0,60}|\ben tant que mod[èe]le (?:de langage|linguistique|d'ia)[^.\n]{0,60}"
        r"|(?:^|\n)\s*(?:bien s[ûu]r|certainement|avec plaisir|absolument) ?[!,.] (?:voici|je (?:peux|vais|vous))[^.\n]{0,60}"
        r"|\bvoici (?:une|la|votre|ta) (?:version|proposition) (?:révisée|retravaillée|améliorée|corrigée|réécrite|reformulée)\b"
        r"|\bj'esp[èe]re que (?:cela|ceci|ça|cette version) (?:vous|t')\s?(?:aide|convient|conviendra|aidera)\b"
        r"|\bn'hésitez pas à me (?:dire|demander) si vous souhaitez [^.\n]{0,60}|\bje ne peux pas (?:répondre|donner suite) à cette (?:demande|requête)\b"
    ),
}  # fmt: skip
MESSAGE = both("Left over from a conversation with a model.", "Reste d'une conversation avec un modèle.")
SUGGESTION = both("Delete it.", "Supprimez-le.")


@rule(
    "SAF001",
    "chat-residue",
    level="blocking",
    last_reviewed="2026-11-22",
    anchors={
        "en": ("as an ai", "as a language", "as an language", "here's", "here is", "here are", "i can", "i would", "i'd", "i hope this", "let me know", "i cannot", "i am unable", "knowledge cutoff", "training data"),
        "fr": ("en tant qu", "voici", "je peux", "je vais", "je vous", "espère", "espere", "n'hésitez pas à me", "je ne peux pas"),
    },
)  # fmt: skip
def chat_residue(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """Chat residue.

    What it does
        Finds what a model says to the person who asks it, and which is not part of the copy: announcements, offers to go on, refusals.
    Why
        It is no copy, and every reader recognises it.
    En français
        Reste de conversation avec un modèle
        Ce n'est pas du texte de marque, et tout lecteur le reconnaît.
    Example
        Bad (en): Certainly! Here is a warmer version of your e-mail.
        Good (en): Here is the jacket. It is warm.
        Bad (fr): Bien sûr ! Voici une version plus chaleureuse.
        Good (fr): Voici Bernard. Il a froid aux pieds.
    Source
        Signs of AI writing, collected in github.com/blader/humanizer v2.8.2, read 2026-11-21; patterns written here.
    """
    for start, end in spans(PATTERNS[grounds.locale], text.prose):
        lead = len(text.prose.text[start:end]) - len(text.prose.text[start:end].lstrip())
        yield Hit(start + lead, end, MESSAGE, SUGGESTION)
