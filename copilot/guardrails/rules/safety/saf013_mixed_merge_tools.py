from collections.abc import Iterator, Sequence

from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.merge_tags import TITLES, merge_tags
from copilot.language.prose import BLANK
from copilot.language.words import both

MESSAGE = both("'{text}' belongs to {other}, the rest of the copy to {main}.", "« {text} » est de {other}, le reste du texte de {main}.")
SUGGESTION = both("Write all tags as one tool does.", "Écrivez toutes les balises comme un seul outil.")


@rule("SAF013", "mixed-merge-tools", level="blocking", last_reviewed="2026-11-22", scope="copy", anchors={"en": (BLANK,), "fr": (BLANK,)})
def mixed_merge_tools(texts: Sequence[FieldText], grounds: Grounds) -> Iterator[Hit]:
    """Tags of two mailing tools in one mail.

    What it does
        Reads all tags of all fields and flags those that the tool of the majority could not fill. {{ name }}, which four tools share, takes sides only by the
        name inside.
    Why
        No tool fills another's tags: half of them go out as they stand.
    En français
        Balises de deux outils dans un envoi
        Aucun outil ne remplit les balises d'un autre : la moitié part telle quelle.
    Example
        Bad (en): Hi *|FNAME|*, {{ unsubscribe }}
        Good (en): Hi *|FNAME|*, *|UNSUB|*
        Bad (fr): Bonjour {{ contact.PRENOM }}, *|UNSUB|*
        Good (fr): Bonjour {{ contact.PRENOM }}, {{ unsubscribe }}
    Source
        Brevo, Personalize your messages, https://help.brevo.com 4402386448530, and Mautic docs, variables.rst, read 2026-11-21; the other tools: general
        practice.
    """
    tags = [(text, tag) for text in texts for tag in merge_tags(text.prose.text)]
    if not tags or frozenset.intersection(*(tag.tools for _, tag in tags)):
        return
    main = max(TITLES, key=lambda tool: sum(tool in tag.tools for _, tag in tags))
    for text, tag in tags:
        if main not in tag.tools:
            other = ", ".join(TITLES[tool] for tool in TITLES if tool in tag.tools)
            yield Hit(tag.start, tag.end, MESSAGE.fill(text=tag.text, other=other, main=TITLES[main]), SUGGESTION, key=text.key)
