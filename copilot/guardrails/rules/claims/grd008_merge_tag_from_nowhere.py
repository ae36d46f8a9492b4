from collections.abc import Iterator

from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.merge_tags import is_standard, loop_names, merge_tags
from copilot.language.slots import slots
from copilot.language.words import both

MESSAGE = both(
    "'{text}': no tool fills this tag by itself, and neither the brief nor past copy has it.",
    "« {text} » : aucun outil ne remplit cette balise de lui-même, et ni le brief ni les textes passés ne l'emploient.",
)
SUGGESTION = both(
    "Take it out, or write it into the brief (`attributes`, or its notes) if your account has such a field.",
    "Retirez-la, ou inscrivez-la au brief (`attributes`, ou ses notes) si votre compte a ce champ.",
)


@rule("GRD008", "merge-tag-from-nowhere", level="blocking", last_reviewed="2026-11-22")
def merge_tag_from_nowhere(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A merge tag that nobody would fill.

    What it does
        Where there is a brief, finds tags of mailing tools ({{ x }}, *|X|*, %%X%%, {contactfield=x}, %X%) that print a datum which is none of the tool's own, stands neither in the
        brief (attributes and texts) nor in the brand's past copy, and is not set by a loop around it. Slots with a fallback are CRP008's.
    Why
        A model makes tags up as it makes figures up. Such a tag goes out empty, or as it stands; or it prints what the reader never meant to read there.
    En français
        Balise venue de nulle part
        Un modèle invente des balises comme il invente des chiffres. Une telle balise part vide, ou telle quelle ; ou elle imprime ce que le lecteur ne pensait pas lire là.
    Example
        Bad (en): Your code is {{ contact.VIP_CODE }}.
        Good (en): Hi {{ contact.FIRSTNAME | default : "there" }}.
        Bad (fr): Ta remise : *|REMISE_SECRETE|*.
        Good (fr): Bonjour {{ contact.PRENOM | default : "toi" }}.
    Source
        Tags of the eight tools: copilot/language/merge_tags.py, with its own sources; general practice, noted 2026-11-22. That models invent what fills a template: our own drafts of
        small models, noted 2026-11-22.
    """
    if grounds.brief is None:
        return
    tags = [tag for tag in merge_tags(text.prose.text) if not tag.logic and not is_standard(tag)]
    if not tags:
        return
    brief, guide = grounds.brief, grounds.house.guide if grounds.house else None
    told = "\n".join((brief.text, brief.url, brief.notes, *brief.facts.values()))
    known = set(brief.attributes) | {tag.name for tag in merge_tags(told)} | loop_names(text.prose.text)
    known |= {tag.name for campaign in (guide.campaigns if guide else ()) for tag in merge_tags(campaign.text)}
    for tag in tags:
        if tag.name not in known and tag.name.split(".")[0] not in known and not slots(tag.text, brief.attributes):
            yield Hit(tag.start, tag.end, MESSAGE.fill(text=tag.text), SUGGESTION)
