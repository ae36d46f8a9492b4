"""Words worn by use in marketing copy, in the short form of `checks.wording.expand`.

LOUD words praise and are flagged wherever no proof stands near; WORN words count by density only, all kinds together.

Origin: drawn up here from frequency ratios published by Kobak et al. 2025 (PubMed) and Liang et al. 2024 (peer reviews) for English, and from our own counts on
public French pages of 2022 and 2024-26; each word stands in fewer than 1 % of the human texts of `bench.rule_rates`, `univers` (2 %)
apart. Words of the trade (premium, versatile, essentiel, savoir-faire, solution, sur mesure) were left out: people use them as often. Such words age:
look again every six months. Last looked through 2026-11-22.
"""

from __future__ import annotations

from copilot.language.prose import Locale

LOUD_ADJECTIVES: dict[Locale, tuple[str, ...]] = {
    "en": (
        "cutting(-| )edge", "state(-| )of(-| )the(-| )art", "best(-| )in(-| )class", "world(-| )class", "ground(-|)breaking", "revolutionary", "unparalleled",
        "unrival(led|ed)", "unmatched", "unprecedented", "transformative", "awe(-| )inspiring", "mind(-| )blowing", "second to none", "ever(-| )evolving",
        "unwavering", "multifaceted", "multi-faceted", "bleeding(-| )edge", "unsurpassed", "peerless", "trailblazing", "best of breed",
    ),
    "fr": (
        "révolutionnaire(s)", "innovant(e)(s)", "disrupti(f|fs|ve|ves)", "inégalé(e)(s)", "inégalable(s)", "incontournable(s)", "incomparable(s)",
        "dernier cri",
        "hors du commun", "hors norme(s)", "sans pareil(le)(s)", "à la pointe de (la technologie|l'innovation|la technique|la tendance|la modernité)",
        "technologie(s) de pointe", "solution(s) de pointe", "équipement(s) de pointe", "matériau(x) de pointe", "outil(s) de pointe", 
       
        "(qualité|produit|produits|matière|matières|cuir|cuirs|lieu|lieux|moment|moments|service|services|maison) d'exception",
        "(pièce|pièces|savoir-faire|cuisine|séjour|vins|confort|accueil) d'exception",
        "ultra(-| )innovant(e)(s)", "avant-gardiste(s)", "unique(s) en (son|leur) genre",
    ),
}  # fmt: skip
WORN_ADJECTIVES: dict[Locale, tuple[str, ...]] = {
    "en": (
        "seamless", "robust", "vibrant", "holistic", "intricate", "meticulous", "nuanced", "pivotal", "crucial", "profound", "bustling", "nestled", "curated",
        "timeless", "innovative", "captivating", "immersive", "exquisite", "impeccable", "compelling", "indelible", "enduring", "breathtaking", "elevated",
        "effortless", "luxurious", "unforgettable", "top-notch", "sophisticated", "life-changing", "cohesive", "actionable", "impactful", "invaluable",
        "synergistic",
        "tailor-made", "feature-rich", "data-driven", "future-proof", "visionary", "bold new", "unique blend", "rich history",
    ),
    "fr": (
        "cruci(al|ale|ales|aux)", "primordi(al|ale|ales|aux)", "intemporel(le)(s)", "raffiné(e)(s)", "immersi(f|fs|ve|ves)", "envoûtant(e)(s)",
        "captivant(e)(s)", "inspirant(e)(s)", "performant(e)(s)", "pérenne(s)", "holistique(s)", "emblématique(s)", "irrésistible(s)", "inoubliable(s)",
        "sensoriel(le)(s)", "épuré(e)(s)", "exceptionnel(le)(s)", "novat(eur|eurs|rice|rices)", "harmonieu(x|se|ses)", "authentique(s)",
        "optim(al|ale|ales|aux)",
        "luxueu(x|se|ses)", "somptueu(x|se|ses)", "ultra-performant(e)(s)", "clé en main", "sans couture", "à couper le souffle", "niché(e)(s)",
        "enchant(é|ée|eur|eresse)", "à forte valeur ajoutée", "impactant(e)(s)", "visionnaire(s)",
    ),
}  # fmt: skip


def _er(*stems: str) -> tuple[str, ...]:
    """The usual forms of regular verbs in -er."""
    return tuple(f"{stem}(er|e|es|ez|ons|ent|ant|é|ée|és|ées|era|erez|eront|ait|aient)" for stem in stems)


WORN_VERBS: dict[Locale, tuple[str, ...]] = {
    "en": (
        "delv(e|es|ed|ing)", "leverag(e|es|ed|ing)", "foster(s|ed|ing)",
        "foster (a|an|the|collaboration|connection|connections|creativity|community|innovation|growth|engagement|trust|loyalty)", "showcas(e|es|ed|ing)",
        "underscor(e|es|ed|ing)", "empower(s|ed|ing)", "empower",
        "streamlin(e|es|ed|ing)", "harness the", "harnessing", "resonat(e|es|ed|ing)", "captivat(e|es|ed)", "spearhead(s|ed|ing)", "supercharg(e|es|ed|ing)",
        "redefin(e|es|ed|ing)", "reimagin(e|es|ed|ing)", "transcend(s|ed|ing)", "transcend", "exemplif(y|ies|ied|ying)", "embod(y|ies|ied)",
        "enhanc(e|es|ed|ing)",
        "revolutioni(ze|zes|zed|zing|se|ses|sed|sing)", "optimi(ze|zes|zing|se|ses|sing)", "utili(ze|zes|zing|se|ses|sing)", "bolster(s|ed|ing)", "bolster",
        "reshap(e|es|ed|ing)", "navigate the (complexities|challenges|landscape|intricacies)", "unlock(s|ing) the", "maximi(ze|zing|se|sing)",
        "synergi(ze|se)", "ideate",
    ),
    "fr": (
        *_er("optimis", "boost", "révolutionn", "réinvent", "propuls", "transcend", "dynamis", "incarn", "valoris", "maximis", "réenchant", "magnifi"),
        "challeng(er|ez|eons|é|ée|és)", "fédér(er|ant|ons)", "fédèr(e|ent)", "impact(er|e|ent|ant|é|ée|és|ées)", "tir(er|ez|e|ent|ant) (pleinement )parti",
        "mett(re|ez|ant) en lumière", "met en lumière",
        "fai(re|t|tes) rayonner", "capitalis(er|e|ez|ent|ant) sur", "co-constru(ire|it|isons|isez)", "repouss(er|e|ez|ent|ant|ons) les limites",
        "façonn(er|e|ez|ent|ant) (l'avenir|le futur|demain)",
    ),
}  # fmt: skip
WORN_NOUNS: dict[Locale, tuple[str, ...]] = {
    "en": (
        "tapestry", "realm(s)", "paradigm(s)", "synerg(y|ies)", "interplay", "nexus", "cornerstone(s)", "kaleidoscope", "ecosystem(s)", "sophistication",
        "craftsmanship", "excellence", "endeav(or|ors|our|ours)", "digital landscape", "deep dive", "thought leadership",
        "value proposition", "peace of mind", "pain points", "touchpoint(s)", "deliverables", "learnings",
    ),
    "fr": (
        "univers", "écosystème(s)", "levier(s)", "synergie(s)", "excellence", "quintessence", "alchimie", "symphonie", "écrin(s)", "havre", "élégance",
        "raffinement",
        "authenticité", "art de vivre", "proposition de valeur", "valeur ajoutée", "expérience client", "parcours client", "état d'esprit", "must-have",
        "must have",
    ),
}  # fmt: skip
