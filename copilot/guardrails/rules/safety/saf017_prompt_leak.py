import re
from collections.abc import Iterator

from copilot.guardrails.checks import spans
from copilot.guardrails.checks.anchors import anchors_for
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both

PATTERNS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"(?:^|\n)\s*(?:tone(?: of voice)?|target audience|audience|brand voice|key messages?|word limit|character limit|max(?:imum)? (?:length|characters)"
        r"|output format|constraints?|context|task|role|instructions?|guidelines|keywords?|product name|prompt) ?: (?=\w)"
        r"|\b(?:(?:write|generate|create|draft|produce) (?:a|an|the|\d+|three|five) (?:[\w-]+ ){0,3}(?:ad|ads|advert|headlines?|subject lines?|e-?mail|copy"
        r"|caption|tagline|blog post|meta description|landing page)\b(?: (?:for|about|in|that|with|under|of|to))\b"
        r"|max(?:imum)?(?: of)? \d{2,3} (?:characters|words)\b|(?:do not|don't) (?:invent|make up|hallucinate) (?:any )?(?:facts?|figures|numbers|claims)\b"
        r"|(?:return|respond|reply|answer|output) (?:only )?(?:in|with|as) (?:valid )?json\b)"
    ),
    "fr": re.compile(
        r"(?:^|\n)\s*(?:ton(?: de voix| de marque)?|tonalité|public cible|cible|audience|voix de (?:la )?marque|messages? clés?|nombre de (?:mots|caractères"
        r"|signes) max\w*|longueur (?:max\w*)?|format (?:de sortie|attendu)|contraintes?|contexte|tâche|rôle|consignes?|instructions?|mots-clés|nom du produit"
        r"|prompt) ?: (?=\w)"
        r"|\b(?:(?:rédige[zr]?|écris|écrivez|génère[zr]?|génére[zr]|crée[zr]?|produis(?:ez)?|propose[zr]?) (?:-moi |moi )?(?:un|une|le|la|\d+|trois|cinq"
        r"|des) (?:[\w'-]+ ){0,2}(?:annonces?|titres?|objets? d'e-?mail|e-?mails?|textes?|légendes?|accroches?|slogans?|articles?|méta-?descriptions?|pages?"
        r"|newsletters?) (?:pour|sur|à propos|qui|de \d|en|avec)\b"
        r"|max(?:imum|\.)?(?: de)? \d{2,3} (?:caractères|signes|mots)\b|n'inventez? (?:aucun|pas de|rien)\b(?: (?:fait|faits|chiffre|chiffres))?"
        r"|(?:réponds|répondez|renvoie|renvoyez) (?:uniquement |seulement )?(?:en|au format|avec un) (?:format )?json\b)"
    ),
}  # fmt: skip
MESSAGE = both("A piece of the order to the model: '{text}'.", "Un morceau de la commande au modèle : « {text} ».")
SUGGESTION = both("Delete it: the reader wants the copy, not how it was asked for.", "Supprimez-le : le lecteur veut le texte, pas la commande.")


@rule("SAF017", "prompt-leak", level="blocking", last_reviewed="2026-11-22", status="preview", anchors=anchors_for(PATTERNS))
def prompt_leak(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A piece of the prompt in the copy.

    What it does
        Finds the words of our own and other prompts and briefs in a field: tone of voice:, target audience:, max 30 characters, write a ..., rédige un ...,
        n'invente aucun fait. In ordinary copy about writing they seldom stand at the head of a line with a colon.
    Why
        Models repeat the order with the answer; it shows how the brand is made.
    En français
        Morceau de la commande dans le texte
        Les modèles répètent la commande avec la réponse ; elle montre comment la marque est fabriquée.
    Example
        Bad (en): Tone of voice: dry and open. A warm coat.
        Good (en): Write to us, we write back.
        Bad (fr): Ton : chaleureux, sans jargon. Une veste chaude.
        Good (fr): Rédige-nous un mot, on répond.
    Source
        Signs of AI writing, collected in github.com/blader/humanizer v2.8.2, read 2026-11-21; patterns written here.
    """
    for start, end in spans(PATTERNS[grounds.locale], text.prose):
        lead = len(text.prose.text[start:end]) - len(text.prose.text[start:end].lstrip())
        yield Hit(start + lead, end, MESSAGE.fill(text=text.prose.text[start + lead : end].strip()), SUGGESTION)
