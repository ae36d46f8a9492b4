import re
from collections.abc import Iterator

from copilot.guardrails.checks import spans
from copilot.guardrails.checks.anchors import anchors_for
from copilot.guardrails.checks.evidence import backed, denied
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both

PATTERNS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:(?:cures?|heals?|treats?|prevents?|relieves?|soothes?|eliminates?|reverses?|eradicates?|banish(?:es)?|fights?|combats?|stops?|ends?"
        r"|gets? rid of"
        r"|say goodbye to|eases?|alleviates?|(?:reduces?|lowers?) (?:the |your )?risk of|protects? (?:you )?(?:from|against)|beats?) (?:your |the |all |most "
        r"|chronic |severe |even |symptoms of |the symptoms of |signs of ){0,2}(?:acne|allerg(?:y|ies)|alzheimer's|anxiety|arthritis|asthma|(?:back|joint"
        r"|muscle|muscular|neck|knee|period|chronic|nerve|shoulder) pain|bloating|cancers?|cholesterol|colds?|covid(?:-19)?|depression|diabetes|eczema"
        r"|chronic fatigue|fibromyalgia|flu|gout|hair loss|hypertension|high blood pressure|ibs|infections?|inflammation|insomnia|menopause symptoms"
        r"|migraines?"
        r"|nausea|osteoarthritis|osteoporosis|parkinson's|psoriasis|rheumatism|rosacea|sciatica|sinusitis|sore throats?|tinnitus|ulcers?"
        r"|varicose veins)\b(?! (?:the|of (?:the|a)|in the (?:neck|arse)))"
        r"|(?:cure|remedy|treatment|antidote) (?:for|to|against) (?:acne|allerg(?:y|ies)|alzheimer's|anxiety|arthritis|asthma|(?:back|joint|muscle|muscular"
        r"|neck|knee|period|chronic|nerve|shoulder) pain|bloating|cancers?|cholesterol|colds?|covid(?:-19)?|depression|diabetes|eczema|chronic fatigue"
        r"|fibromyalgia|flu|gout|hair loss|hypertension|high blood pressure|ibs|infections?|inflammation|insomnia|menopause symptoms|migraines?|nausea"
        r"|osteoarthritis|osteoporosis|parkinson's|psoriasis|rheumatism|rosacea|sciatica|sinusitis|sore throats?|tinnitus|ulcers?|varicose veins)\b"
        r"|(?:anti[- ](?:cancer|diabetes|depression|arthritis|migraine|anxiety|viral|bacterial treatment)|pain[- ]relieving|stress[- ]relieving)\b"
        r"|miracle (?:cure|remedy|treatment)\b"
        r"|(?:acne|allerg(?:y|ies)|alzheimer's|anxiety|arthritis|asthma|(?:back|joint|muscle|muscular|neck|knee|period|chronic|nerve|shoulder) pain|bloating"
        r"|cancers?|cholesterol|colds?|covid(?:-19)?|depression|diabetes|eczema|chronic fatigue|fibromyalgia|flu|gout|hair loss|hypertension"
        r"|high blood pressure|ibs|infections?|inflammation|insomnia|menopause symptoms|migraines?|nausea|osteoarthritis|osteoporosis|parkinson's|psoriasis"
        r"|rheumatism|rosacea|sciatica|sinusitis|sore throats?|tinnitus|ulcers?|varicose veins) (?:disappears?|vanish(?:es)?|is gone)\b)"
    ),
    "fr": re.compile(
        r"\b(?:(?:guérison|guéri[rt]?|guérit|guérissent|guérissez|soigne[zr]?|soignent|traite[zr]?|traitent|prévient|préviennent|prévenir|soulage[zr]?|soulagent"
        r"|élimine[zr]?|éliminent|combat|combattent|combattre|combattez|supprime[zr]?|stoppe[zr]?|apaise[zr]?|apaisent|protège[zr]? (?:contre|de)"
        r"|protègent (?:contre|de)|lutte[zr]? contre|luttent contre|éradique[zr]?|fait disparaître|font disparaître|vien[st] à bout (?:de|du|des)"
        r"|réduit le risque (?:de|d')|réduisent le risque (?:de|d')|atténue[zr]?|calme[zr]?|(?:dites|dis) adieu (?:à|a|aux?)|en finir avec|finie?s?,?(?: avec)?) ?(?:l'|le |la |les |des |du "
        r"|d'|de |votre |vos |ton |tes |son |ses )?(?:acné|allergies?|alzheimer|anxiété|angines?|arthrite|arthrose|asthme|burn-?out|cancers?|cholestérol"
        r"|constipation|covid(?:-19)?|crampes|dépression|diabète|douleurs?|eczéma|fatigue chronique|fibromyalgie|grippe|hypertension|infections?"
        r"|inflammations?"
        r"|insomnies?|jambes lourdes|mal de (?:dos|gorge|tête)|maladies?|maux de (?:dos|gorge|tête|ventre)|migraines?|mycoses?|nausées|ostéoporose|parkinson"
        r"|perte de cheveux|psoriasis|rhumatismes?|rhumes?|rosacée|sciatique|sinusite|tendinites?|toux|troubles (?:du sommeil|digestifs|anxieux)|tumeurs?"
        r"|ulcères?|varices|verrues)\b(?! (?:sur|de la page|du texte))"
        r"|(?:remède|traitement|solution|soin|produit|crème|gélules?|complément|tisane|huile) (?:miracle |naturel(?:le)? |efficace )?contre (?:l'|le |la |les "
        r"|des |du |d'|de |votre |vos |ton |tes |son |ses )?(?:acné|allergies?|alzheimer|anxiété|angines?|arthrite|arthrose|asthme|burn-?out|cancers?"
        r"|cholestérol|constipation|covid(?:-19)?|crampes|dépression|diabète|douleurs?|eczéma|fatigue chronique|fibromyalgie|grippe|hypertension|infections?"
        r"|inflammations?|insomnies?|jambes lourdes|mal de (?:dos|gorge|tête)|maladies?|maux de (?:dos|gorge|tête|ventre)|migraines?|mycoses?|nausées"
        r"|ostéoporose|parkinson|perte de cheveux|psoriasis|rhumatismes?|rhumes?|rosacée|sciatique|sinusite|tendinites?|toux|troubles (?:du sommeil|digestifs"
        r"|anxieux)|tumeurs?|ulcères?|varices|verrues)\b"
        r"|anti[- ]?(?:cancer|diabète|dépression|arthrose|migraine|anxiété|viral|douleurs?|inflammatoire|stress)\b|remède miracle\b)"
    ),
}  # fmt: skip
MESSAGE = both(
    "'{text}': only a medicine or a device with its file may say so.", "« {text} » : seul un médicament ou un dispositif avec son dossier peut le dire."
)
SUGGESTION = both(
    "Say what it does that anyone can see, or attach the authorisation in the claim bank.",
    "Dites ce qu'elle fait et que chacun peut voir, ou joignez l'autorisation à la banque d'allégations.",
)


@rule("LAW021", "health-cure", level="blocking", last_reviewed="2026-11-22", anchors=anchors_for(PATTERNS))
def health_cure(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A cure.

    What it does
        Finds products said to cure, heal, treat, relieve or prevent an illness by name. `Soigne les détails`, `traite le bois`, cured leather and a heart
        healed by a song pass: the verb needs an illness. Passes what is denied and what the brief or a claim in force states.
    Why
        Falsely claiming to cure illnesses is a banned practice; foods and cosmetics may not claim it at all.
    En français
        Guérison promise
        Prétendre à tort guérir des maladies est une pratique interdite ; un aliment ou un cosmétique ne peut jamais le dire.
    Example
        Bad (en): It cures back pain.
        Good (en): Cured leather, treated with oil.
        Bad (fr): Elle soulage l'arthrose.
        Good (fr): On soigne les coutures et on traite le bois.
    Source
        Directive 2005/29/EC, annex I, point 17 (number not verified against the text), https://eur-lex.europa.eu/eli/dir/2005/29/oj, read 2026-11-21;
        regulation 1924/2006, general practice.
    """
    for start, end in spans(PATTERNS[grounds.locale], text.prose):
        if not denied(text.prose, start) and not backed(text.prose, start, end, grounds):
            yield Hit(start, end, MESSAGE.fill(text=text.prose.text[start:end]), SUGGESTION)
