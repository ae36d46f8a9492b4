"""Food, supplements and illnesses by name, for the rules on health claims."""

from __future__ import annotations

import re

from copilot.language.prose import Prose

_FOOD = {
    "en": re.compile(
        r"\b(?:food|foods|drink|drinks|supplements?|vitamins?|minerals?|probiotics?|capsules?|gummies|gummy|tea|teas|juices?|smoothies?|shakes?"
        r"|kombucha|superfoods?|honey|turmeric|ginger"
        r"|collagen|omega[- ]?3|protein|cereals?|yog(?:h)?urts?|milk|snacks?|bars?|soups?|broth|matcha|spirulina|ashwagandha|magnesium|zinc"
        r"|infusions?|herbal|recipe|flavours?|calories|diet)\b"
    ),
    "fr": re.compile(
        r"\b(?:aliments?|boissons?|compléments?(?: alimentaires?)?|vitamines?|minéraux|probiotiques?|gélules?|comprimés?|gummies|tisanes?|thés?|jus"
        r"|smoothies?|shakes?|kombucha|superaliments?"
        r"|miel|curcuma|gingembre|collagène|oméga[- ]?3|protéines?|céréales|yaourts?|lait|soupes?|bouillons?|matcha|spiruline|ashwagandha|magnésium"
        r"|zinc|infusions?|gelée royale|recettes?|calories|régime)\b"
    ),
}  # fmt: skip
DISEASES = {
    "en": r"(?:acne|allerg(?:y|ies)|alzheimer's|anxiety|arthritis|asthma|(?:back|joint|muscle|muscular|neck|knee|period|chronic|nerve|shoulder) pain"
    r"|bloating|cancers?|cholesterol|colds?|covid(?:-19)?|depression|diabetes|eczema|chronic fatigue|fibromyalgia"
    r"|flu|gout|hair loss|hypertension|high blood pressure|ibs|infections?|inflammation|insomnia|menopause symptoms|migraines?|nausea|osteoarthritis"
    r"|osteoporosis|parkinson's"
    r"|psoriasis|rheumatism|rosacea|sciatica|sinusitis|sore throats?|tinnitus|ulcers?|varicose veins)",
    "fr": r"(?:l'|le |la |les |des |du |d'|de |votre |vos |ton |tes |son |ses )?(?:acné|allergies?|alzheimer|anxiété|angines?|arthrite|arthrose|asthme"
    r"|burn-?out|cancers?|cholestérol"
    r"|constipation|covid(?:-19)?|crampes|dépression|diabète|douleurs?|eczéma|fatigue chronique|fibromyalgie|grippe|hypertension|infections?"
    r"|inflammations?|insomnies?|jambes lourdes|mal de (?:dos|gorge|tête)"
    r"|maladies?|maux de (?:dos|gorge|tête|ventre)|migraines?|mycoses?|nausées|ostéoporose|parkinson|perte de cheveux|psoriasis|rhumatismes?|rhumes?"
    r"|rosacée|sciatique|sinusite|tendinites?"
    r"|toux|troubles (?:du sommeil|digestifs|anxieux)|tumeurs?|ulcères?|varices|verrues)",
}  # fmt: skip
"""Illnesses and complaints as copy names them; a pattern to build on."""


def speaks_of_food(prose: Prose) -> bool:
    """Whether the field is about something to eat, to drink or to swallow."""
    return bool(_FOOD[prose.locale].search(prose.scan))
