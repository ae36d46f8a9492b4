"""Every label of the desk, in English and in French."""

from __future__ import annotations

from copilot.language.words import Words, both

WORDS: dict[str, Words] = {
    "title": both("Write", "Écrire"),
    "interface": both("Interface", "Interface"),
    "brand": both("Brand", "Marque"),
    "channel": both("Channel", "Canal"),
    "purpose": both("Kind of e-mail", "Type d'e-mail"),
    "locale": both("Language of the copy", "Langue du texte"),
    "you": both("Your name", "Votre nom"),
    "you_help": both("It stands under every decision you take.", "Il figure sous chaque décision que vous prenez."),
    "model": both("Model", "Modèle"),
    "offline": both(
        "Offline: drafts are recombined from approved copy, nothing leaves this machine.",
        "Hors ligne : les brouillons recombinent des textes approuvés, rien ne quitte cette machine.",
    ),
    "brief": both("Brief", "Brief"),
    "saved_brief": both("Start from a saved brief", "Partir d'un brief enregistré"),
    "none": both("a blank one", "un brief vierge"),
    "product": both("What is it about?", "De quoi parle-t-on ?"),
    "product_help": both("With its article in French: la bouillotte Odette.", "Avec son article : la bouillotte Odette."),
    "facts": both("Facts, one a line, as they are printed", "Faits, un par ligne, tels qu'on les imprime"),
    "facts_help": both("price: £195", "prix : 34 €"),
    "audience": both("Who reads it?", "Qui le lit ?"),
    "goal": both("What is it for?", "À quoi sert-il ?"),
    "offer": both("Offer, if there is one", "Offre, s'il y en a une"),
    "url": both("Address it leads to, if there is one", "Adresse où il mène, s'il y en a une"),
    "notes": both("Anything else", "Autre chose à savoir"),
    "notes_help": both("In an SMS, how to stop: STOP to 36111.", "Dans un SMS, comment arrêter : STOP au 36111."),
    "count": both("Drafts", "Brouillons"),
    "write": both("Write drafts", "Écrire des brouillons"),
    "writing": both("Reading what the brand has said, writing, checking", "Lecture du passé de la marque, écriture, vérification"),
    "choose": both("Work on this one", "Travailler celui-ci"),
    "chosen": both("On the desk", "Sur le bureau"),
    "draft": both("Draft", "Brouillon"),
    "edit": both("Your words", "Vos mots"),
    "checked": both("Checked as you type (leave the field or press Ctrl+Enter)", "Vérifié au fil de l'eau (quittez le champ ou Ctrl+Entrée)"),
    "findings": both("What was found", "Ce qui a été relevé"),
    "no_findings": both("Nothing was found.", "Rien n'a été relevé."),
    "why": both("Why", "Pourquoi"),
    "source": both("Source", "Source"),
    "apply": both("Apply", "Appliquer"),
    "apply_all": both("Apply all safe fixes", "Appliquer les corrections sûres"),
    "passages": both("What it leans on", "Ce sur quoi il s'appuie"),
    "passages_found": both("Retrieved for the brief", "Retrouvé pour le brief"),
    "passages_used": both("Used by this draft", "Utilisé par ce brouillon"),
    "save": both("Save my edit", "Enregistrer ma version"),
    "submit": both("Hand in for review", "Soumettre à la relecture"),
    "sign": both("Approve and sign", "Approuver et signer"),
    "changes": both("Ask for changes", "Faire reprendre"),
    "reject": both("Reject", "Refuser"),
    "note": both("Note", "Note"),
    "waive": both("Reason for overruling {code}", "Raison de passer outre {code}"),
    "signed": both("Signed by {who}, {when} (UTC), text {hash}", "Signé par {who}, le {when} (UTC), texte {hash}"),
    "unsaved": both(
        "You have changes that are not saved. Signing saves them first.", "Vos changements ne sont pas enregistrés. Signer les enregistre d'abord."
    ),
    "copy": both("Copy", "Copier"),
    "download": both("Download", "Télécharger"),
    "copied": both("Copied.", "Copié."),
    "saved_as": both("Saved as {file}.", "Enregistré sous {file}."),
    "copy_by_hand": both(
        "This browser lets no page copy: the words are selected, press Ctrl+C.", "Ce navigateur interdit la copie : les mots sont sélectionnés, faites Ctrl+C."
    ),
    "changed_by": both(
        "This draft has changed since the page showed it: {what} by {who}, {when} (UTC). It is now '{state}'.",
        "Ce brouillon a changé depuis que la page l'a montré : {what} par {who}, le {when} (UTC). Il est maintenant « {state} ».",
    ),
    "changed_since": both(
        "Nothing of yours was recorded and no words were handed out. What you see is what stands now: read it, then decide.",
        "Rien de votre part n'a été enregistré et aucun mot n'a été remis. Ce que vous voyez est l'état actuel : relisez, puis décidez.",
    ),
    "typed_before": both("What you had typed, not saved", "Ce que vous aviez tapé, non enregistré"),
    "read_again": both("I have read it as it stands", "Je l'ai relu tel qu'il est"),
    "history": both("History", "Historique"),
    "state": both("State", "État"),
    "dials": both("Dials", "Cadrans"),
    "measured_by": both("How it is measured", "Comment c'est mesuré"),
    "consent": both("Consent", "Consentement"),
    "consent_help": both(
        "On what ground customers' data may stand in this brief; leave it empty if there is none.",
        "À quel titre des données de clients figurent dans ce brief ; vide s'il n'y en a pas.",
    ),
    "readers": both("For many readers", "Pour plusieurs lecteurs"),
    "readers_table": both("Table of readers (CSV or JSON lines)", "Tableau des lecteurs (CSV ou JSONL)"),
    "readers_help": both(
        "Five of the rows, the longest and the emptiest among them. Slots are written {{first_name|friend}} and declared in the brief.",
        "Cinq des lignes, dont la plus longue et la plus vide. Les champs s'écrivent {{prenom|toi}} et sont déclarés dans le brief.",
    ),
    "table_kept": both("Kept from before: {file}", "Gardé de tout à l'heure : {file}"),
    "table_away": both("Take this table away", "Retirer ce tableau"),
    "near": both("Intrusiveness {level} of 4: {label}; the brand allows {cap}", "Intrusion {level} sur 4 : {label} ; la marque admet {cap}"),
    "gentler": both("Use gentler words", "Prendre des mots plus doux"),
    "open_slots": both("Cannot be exported: {listing}", "Ne peut être exporté : {listing}"),
    "field": both("Field", "Champ"),
    "length": both("{length} of {limit}", "{length} sur {limit}"),
    "stop": both("Stop", "Arrêter"),
    "stop_help": both(
        "Streams are closed, nothing more is paid for; what was finished is kept.", "Les flux sont fermés, rien de plus n'est payé ; ce qui est fini est gardé."
    ),
    "change": both("Change only this", "Ne changer que ceci"),
    "change_unsaved": both(
        "Save your edit first: a change is proposed for words that are stored.", "Enregistrez d'abord : on propose un changement pour des mots enregistrés."
    ),
    "change_how": both("What to do with these words", "Que faire de ces mots"),
    "change_words": both("From which word to which", "De quel mot à quel mot"),
    "change_ask": both("Propose", "Proposer"),
    "change_asking": both("Looking for other words, and checking them", "On cherche d'autres mots, et on les vérifie"),
    "change_rewrite": both("say it otherwise", "dire autrement"),
    "change_shorten": both("shorten", "raccourcir"),
    "change_lengthen": both("add a fact of the brief", "ajouter un fait du brief"),
    "change_angle": both("other angle", "autre angle"),
    "change_channel": both("new draft for", "nouveau brouillon pour"),
    "change_translate": both("new draft in the other language", "nouveau brouillon dans l'autre langue"),
    "change_take": both("Take the {count} chosen", "Prendre les {count} choisis"),
    "change_nothing": both("The proposal is what stands there already.", "La proposition est ce qui s'y trouve déjà."),
    "change_new": both("A draft of its own: {draft}", "Un brouillon à part : {draft}"),
    "grounding": both("What stands behind each sentence", "Ce qu'il y a derrière chaque phrase"),
    "sentence": both("Sentence", "Phrase"),
    "behind": both("Behind it", "Derrière"),
    "backed": both(
        "{share} of the sentences stand on a fact or a claim; an aside needs none.",
        "{share} des phrases reposent sur un fait ou une allégation ; un aparté s'en passe.",
    ),
    "unused": both("Facts of the brief that no field uses: {names}", "Faits du brief qu'aucun champ n'emploie : {names}"),
    "ai_use": both("AI-use record", "Trace d'usage de l'IA"),
    "ai_use_line": both("A line to print with the text, if you want or have to", "Une ligne à imprimer avec le texte, si on le veut ou le doit"),
    "ai_use_made": both(
        "Model: {model} · steps: {steps} · repairs: {repairs} · words changed by people: {percent}%",
        "Modèle : {model} · étapes : {steps} · reprises : {repairs} · mots changés par des personnes : {percent} %",
    ),
    "ai_use_tokens": both(
        "Tokens: {tokens_in} in, {tokens_out} out · passages: {passages}", "Tokens : {tokens_in} lus, {tokens_out} écrits · passages : {passages}"
    ),
    "ai_use_file": both("Download the record (JSON)", "Télécharger la trace (JSON)"),
}


def titled(key: str, language: str) -> str:
    """A word of the interface with its colon."""
    return colon(say(key, language), language)


def colon(text: str, language: str) -> str:
    """Text with a colon, which French sets off by a space."""
    return text + ("\u00a0:" if language == "fr" else ":")


def say(name: str, language: str, **values: object) -> str:
    """A label in `language`."""
    return WORDS[name].say(language, **values)
