from collections.abc import Iterator

from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.merge_tags import CURLY, GREETS, merge_tags
from copilot.language.prose import BLANK
from copilot.language.words import both
from copilot.records import Fix

WORD = {"en": "there", "fr": "toi"}
MESSAGE = both("'{text}': what do readers see whose name is missing?", "« {text} » : que verront ceux dont le nom manque ?")
SUGGESTION = both(
    "Give a word for when it is missing ({example}), or write the greeting so that it needs no name.",
    "Donnez un mot pour quand il manque ({example}), ou tournez le bonjour pour s'en passer.",
)


@rule("SAF014", "merge-tag-without-fallback", level="advice", last_reviewed="2026-11-22", anchors={"en": (BLANK,), "fr": (BLANK,)})
def merge_tag_without_fallback(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A name tag with nothing to fall back on.

    What it does
        Finds tags that greet by name without a default, for the tools that take it in the tag (Brevo, Klaviyo, HubSpot, Liquid, Mautic). Mailchimp, which
        keeps defaults in the audience, and tags inside a condition on the same field pass.
    Why
        Somebody on every list has no first name, and reads 'Hi ,'.
    En français
        Balise de nom sans mot de secours
        Dans chaque liste, quelqu'un n'a pas de prénom, et lit « Bonjour , ».
    Example
        Bad (en): Hi {{ first_name }},
        Good (en): Hi {{ first_name|default:'there' }},
        Bad (fr): Bonjour {{ contact.PRENOM }},
        Good (fr): Bonjour {{ contact.PRENOM | default : "toi" }},
    Source
        Brevo, Personalize your messages, https://help.brevo.com 4402386448530, and Mautic docs, variables.rst, read 2026-11-21; the other tools: general
        practice.
    """
    tags = merge_tags(text.prose.text)
    asked = " ".join(tag.text for tag in tags if tag.logic)
    for tag in tags:
        if tag.logic or tag.has_default or not GREETS.search(tag.name) or tag.name in asked or not tag.name.isascii():
            continue
        if tag.tools & CURLY:
            example = "{{ " + tag.name + f' | default : "{WORD[grounds.locale]}" ' + "}}"
        elif "mautic" in tag.tools:
            example = tag.text[:-1] + f"|{WORD[grounds.locale]}" + "}"
        else:
            continue
        yield Hit(tag.start, tag.end, MESSAGE.fill(text=tag.text), SUGGESTION.fill(example=example), Fix(replacement=example, safety="unsafe"))
