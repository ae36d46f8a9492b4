import re
from collections.abc import Iterator

from copilot.guardrails.checks.typography import is_plain
from copilot.guardrails.checks.wording import expand, unaccented
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.lexicons.capitals_fr import ACCENTED, ALSO_ENGLISH
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both
from copilot.records import Fix

WORDS = {word for entry in ACCENTED.split() for word in expand(entry)}
BARE = {unaccented(word): word for word in sorted(WORDS)} | {"e" + word[1:]: word for word in sorted(WORDS)}
"""A word with a bare E -> the word. `Evenement` and `Evénement` both lead to événement."""
INITIAL = re.compile(r"E[^\W\d_]{1,20}(?:-[uU]nis)?(?![\w@])")
FRENCH_BEFORE = re.compile(
    r"(?:^|[.!?…:;\n«(•–—-] ?|\b(?:[ld]['’]|(?:une|cette|la|les|des|nos|vos|notre|votre|en|aux|pour|sans|son|mon|ton|cet|un|aucune?|chaque|première|nouvelle) ))$",
    re.IGNORECASE,
)
A = re.compile(
    r"A(?= (?:partir|bientôt|bientot|tr[èe]s (?:bientôt|vite)|toute?s?|tous|propos|noter|savoir|voir|vos|votre|ton|tes|nos|notre|chaque|chacune?|la (?:fois|carte|maison|main|une|demande|recherche"
    r"|rencontre|découverte|plage|montagne|campagne|vie|base|suite|rentrée|croisée|hauteur|française|clé)|l['’](?!air\b)\w+|cette|cet|ce (?:jour|stade|prix)|ces|son tour|sa |ses |découvrir|gagner|saisir|partager|lire|venir|suivre|emporter|ne (?:pas|rien)|table"
    r"|pied|vélo|deux|trois|quatre|\d|côté|cause|force|mi-|travers|domicile|demain|plus tard|peine|condition|défaut|jamais|mesure|moins|moitié|nouveau|part|peu près|présent|proximité|quand|qui |quoi|quelle?s? "
    r"|retenir|titre|toi|vous|nous|moi|lui|elle|eux|acheter|offrir|porter|laver|essayer|conserver|déguster|consommer|utiliser|commander|réserver|vendre|louer)(?!\w))"
)
CA = re.compile(
    r"Ca(?= (?:y|va|ne|fait|marche|sent|vient|commence|tient|change|donne|me|te|se|nous|vous|a|ressemble|pique|colle|roule|suffit|existe|coûte|arrive|passe|peut|doit|sera|serait|tombe|bouge|chauffe|brille|compte"
    r"|vaut|reste|bien|alors|sert|gratte|mouille|rétrécit|lave|aide|rassure|promet|démarre|recommence|veut)(?!\w)| [nsmtlc]['’])"
)
BEGINS = re.compile(r"(?:^|[.!?…:;\n«(•–—-] ?)$")
MESSAGE = both("French capitals keep their accents: {word}.", "Les capitales gardent leurs accents : {word}.")
SUGGESTION = both("Put '{word}'.", "Mettez « {word} ».")


@rule("TYP006", "bare-capital", level="advice", last_reviewed="2026-11-22", locales=("fr",))
def bare_capital(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A capital without its accent.

    What it does
        Finds some 500 words that begin with a bare E (Etat, Ecole, Equipe, EVENEMENT), « A » for À before what can only follow a preposition (A partir,
        A bientôt, A vos marques) and « Ca » for Ça. Names, acronyms and « A » as a verb, a grade or a size pass, and so do SMS, whose alphabet has no À.
    Why
        The accent is part of the spelling, on capitals too: « UN ETUDIANT TUE » reads two ways. 6 % of public French pages leave it out.
    En français
        Capitale sans son accent
        L'accent fait partie de l'orthographe, sur les capitales aussi. 6 % des pages publiques l'oublient : c'est le clavier.
    Example
        Bad (fr): A partir de lundi. Etat des lieux : Ecole fermée.
        Good (fr): À partir de lundi. État des lieux. Vitamine A, taille A, et Etienne est là.
    Source
        Règles typographiques, http://david.carella.free.fr/fr/typographie/regles-typographiques.html, read 2026-11-22; rate measured on 624 public French pages.
    """
    if is_plain(text, grounds):
        return
    prose, own = text.prose, grounds.house.names if grounds.house else frozenset()
    for match in INITIAL.finditer(prose.text):
        word = match.group()
        plain = BARE.get(word.lower())
        if (
            plain
            and not (prose.text[match.start() - 1 : match.start()].isalnum() or prose.text[match.start() - 1 : match.start()] in ("-", "_"))
            and (word.isupper() or word[1:].islower() or "-" in word)
            and word.lower() not in own
            and not prose.is_protected(*match.span())
        ):
            if word.lower() in ALSO_ENGLISH and not FRENCH_BEFORE.search(prose.text, max(0, match.start() - 12), match.start()):
                continue
            right = plain.upper() if word.isupper() else plain[0].upper() + plain[1:].replace("unis", "Unis")
            yield Hit(match.start(), match.end(), MESSAGE.fill(word=right), SUGGESTION.fill(word=right), Fix(replacement=right, safety="safe"))
    for pattern, right in ((A, "À"), (CA, "Ça")):
        for match in pattern.finditer(prose.text):
            before = prose.text[max(0, match.start() - 2) : match.start()]
            if (BEGINS.search(before) if right == "À" else not before[-1:].isalnum() and before[-1:] != ".") and not prose.is_protected(*match.span()):
                yield Hit(*match.span(), MESSAGE.fill(word=right), SUGGESTION.fill(word=right), Fix(replacement=right, safety="safe"))
