"""Words that demean a people, a body or a way to love; they have no place in copy, quotations and history apart.

Origin: drawn up here; the classes follow retext-equality 7 (github.com/retextjs/retext-equality, read 2026-11-21). Words that are also innocent (a chink in the
armour, redskin potatoes, une tapette à mouches, un raton laveur) were left out on purpose. Last looked through 2026-11-22.
"""

from __future__ import annotations

from copilot.language.prose import Locale

DEMEANING: dict[Locale, tuple[str, ...]] = {
    "en": (
        "nigger(s)", "nigga(s)", "kike(s)", "gook(s)", "wetback(s)", "raghead(s)", "towelhead(s)", "squaw(s)", "golliwog(s)", "half-caste(s)",
        "coloured people", "shemale(s)", "mongoloid(s)", "retarded", "retards", "spaz", "spazzes",
    ),
    "fr": (
        "nègre(s)", "négresse(s)", "négro(s)", "bougnoule(s)", "bicot(s)", "youpin(e)(s)", "chinetoque(s)", "niakoué(s)", "peau(x)-rouge(s)",
        "tête(s)(-| )de(-| )nègre", "travail d'arabe", "pédé(s)", "tarlouze(s)", "tantouze(s)", "gouine(s)", "travelo(s)", "mongolien(ne)(s)", "beurette(s)",
        "gogol(s)", "gogole(s)",
    ),
}  # fmt: skip
