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
        r"(?:^|\n)\s*(?:certainly|sure(?: thing)?|of course|absolutely|great question|got it|understood|happy to help|no problem|great"
        r"|perfect)[!,.:] (?:here(?:'s| is| are)|i(?:'ve|'ll| can| would|'d| have| will)|below|let me)\b[^.\n]{0,60}"
        r"|【\d+[†:][^】\n]{0,40}】|\b(?:as an? (?:ai|artificial intelligence|(?:ai |large )?language model)\b[^.\n]{0,60}"
        r"|here(?:'s| is| are) (?:a|an|the|your|my|some|three|five|ten|\d{1,2}|a few) (?:[\w-]+[ ,]+){0,2}(?:revised|rewritten|polished|improved|updated"
        r"|refined|edited|alternative|suggested|optimi[sz]ed) (?:[\w-]+ ){0,2}(?:versions?|drafts?|copy|e-?mails?|subject lines?|headlines?|options?|text"
        r"|posts?|descriptions?)\b"
        r"|here are (?:a few|some|three|five|ten|\d{1,2}) (?:[\w-]+ ){0,2}(?:subject lines?|headlines?|taglines?|variations|versions|alternatives|captions"
        r"|cta options)\b"
        r"|i hope (?:this|that) (?:helps|meets your|works for you|email finds)\b[^.\n]{0,40}"
        r"|(?:please )?let me know if (?:you(?:'d| would)? (?:like|want|need|prefer) (?:me to |any (?:changes|adjustments|modifications|revisions|tweaks|edits"
        r"|further|other versions))|there(?:'s| is) anything (?:else )?(?:you(?:'d| would) like|i can))[^.\n]{0,60}"
        r"|(?:would you like|do you want) me to (?:write|make|adjust|create|shorten|rewrite|generate|tailor|adapt|refine|draft|expand|translate"
        r"|turn)\b[^.\n]{0,60}"
        r"|i can also (?:write|make|create|provide|adjust|generate|tailor|adapt|draft|rewrite)\b[^.\n]{0,40}"
        r"|feel free to (?:adjust|modify|tweak|edit|customi[sz]e|adapt) (?:it|this|the|as)\b[^.\n]{0,40}"
        r"|my (?:knowledge cutoff|training data|last (?:knowledge )?update)\b"
        r"|(?:based on|per|as per|according to) (?:the|your) (?:brief|prompt|instructions|details|information|request) (?:you(?:'ve| have)? )?(?:provided|gave"
        r"|given|shared)\b"
        r"|i(?:'ve| have) (?:kept|maintained|tailored|crafted|adapted|incorporated|optimi[sz]ed) (?:the|it|this|your) (?:tone|style|voice|length|copy|text"
        r"|message|email|keywords?|brand)\b[^.\n]{0,40}"
        r"|(?:word|character) count: ?~?\d+|(?:oaicite|contentreference|citeturn\w+|turn\d+(?:search|view|news|image)\d+)\b|utm_source=(?:chatgpt\.com"
        r"|openai))"
    ),
    "fr": re.compile(
        r"(?:^|\n)\s*(?:bien s[ûu]r|certainement|avec plaisir|absolument|d'accord|parfait|très bien|entendu|bien entendu|tout à fait|pas de problème"
        r"|excellente question) ?[!,.:] (?:voici|voilà|je (?:peux|vais|vous|te)|ci-dessous|j'ai)\b[^.\n]{0,60}"
        r"|【\d+[†:][^】\n]{0,40}】|\b(?:en tant qu'(?:ia\b|intelligence artificielle|assistante? (?:virtuel(?:le)?|ia)|modèle)[^.\n]{0,60}"
        r"|en tant que mod[èe]le (?:de langage|linguistique|d'ia|d'intelligence)[^.\n]{0,60}"
        r"|voici (?:une|la|votre|ta|ma) (?:version|proposition|réécriture) (?:révisée|retravaillée|améliorée|corrigée|réécrite|reformulée|optimisée"
        r"|mise à jour"
        r"|alternative)\b"
        r"|voici (?:une |un |quelques |trois |cinq |dix |\d{1,2} |des |ma |mes |votre |le )(?:propositions?|suggestions?|variantes?|exemples?|idées?"
        r"|brouillons?|options?) (?:d'|de |pour )(?:l'|la |le |votre |ton |vos )?(?:objets?|titres?|e-?mails?|mails?|textes?|accroches?|annonces?|slogans?"
        r"|descriptions?|posts?|publications?|newsletters?|message)\b"
        r"|j'esp[èe]re que (?:cela|ceci|ça|cette version|cette proposition|ce texte|ces propositions) (?:vous |te |t')?\s?(?:aide|aident|convient|conviennent"
        r"|conviendra|conviendront|aidera|plaît|plaira|répond|correspond)\b[^.\n]{0,30}"
        r"|n'hésite(?:z)? pas à me (?:dire|demander|faire savoir|solliciter|indiquer|préciser) (?:si|ce que|d'autres|des|toute)\b[^.\n]{0,60}"
        r"|(?:dites|dis|faites|fais)[- ](?:moi|le moi savoir) si (?:vous|tu) (?:souhaite[zs]?|voule[zs]|veux|désire[zs]?|avez besoin) (?:que je"
        r"|des modifications|une autre|d'autres|un ajustement|des ajustements)\b[^.\n]{0,50}"
        r"|(?:souhaitez-vous|souhaites-tu|voulez-vous|veux-tu|aimeriez-vous) que je (?:l'|le |la |les |vous |te )?(?:rédige|modifie|adapte|propose"
        r"|raccourci\w+"
        r"|reformule|crée|génère|retravaille|réécri\w+|traduise|développe|ajuste)\b[^.\n]{0,50}"
        r"|je (?:peux|reste) (?:également|aussi|par ailleurs) (?:vous proposer|te proposer|rédiger|adapter|vous rédiger|générer|créer une|proposer (?:une"
        r"|d'autres))\b[^.\n]{0,50}"
        r"|(?:conformément à|selon|d'après|sur la base de) (?:votre|vos|ton|tes) (?:demande|consignes?|instructions?|brief|prompt|indications)\b"
        r"|mes? (?:données d'entraînement|dernière mise à jour|connaissances s'arrêtent)\b|nombre de (?:mots|caractères|signes) ?: ?~?\d+"
        r"|(?:oaicite|contentreference|citeturn\w+|turn\d+(?:search|view|news|image)\d+)\b|utm_source=(?:chatgpt\.com|openai))"
    ),
}  # fmt: skip
MESSAGE = both("Left over from a conversation with a model.", "Reste d'une conversation avec un modèle.")
SUGGESTION = both("Delete it.", "Supprimez-le.")


@rule("SAF001", "chat-residue", level="blocking", last_reviewed="2026-11-22", anchors=anchors_for(PATTERNS))
def chat_residue(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """Chat residue.

    What it does
        Finds what a model says to the person who asks it and which is not part of the copy: announcements, offers to go on, notes on its own work, references
        of its search (oaicite, turn0search1). Refusals are *model-refusal*.
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
