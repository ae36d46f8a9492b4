"""French words that begin with É, Ê or È, for copy that types them with a bare E. Ordinary words of the language, listed here by hand on 2026-11-22.

In short form: `étude(s)` is two words, `évite(|z|r)` three. Proper names that may well be written without an accent (Etienne, Evian, Eric) are left out,
and so are words whose bare form is another word or sign (Email), or a common product name (Echo, Elan).
"""

from __future__ import annotations

ACCENTED = """
ébauche(s) ébène éblouissant(e)(s) ébéniste(s) écaille(s) écart(s) écharpe(s) échalote(s) échange(s) échanger échangez échantillon(s) échappe(|z|r) échappée(s) échappez échappatoire(s) échéance(s) échec(s) échelle(s)
éclair(s) éclairage(s) éclairez éclat(s) éclatant(e)(s) écolier(s) écolière(s) école(s) écologie écologique(s) écologiste(s) économe(s) économie(s) économique(s) économiquement économise(|z|r) économiser économisez écorce(s)
écossais écossaise(s) écoute(|z|r|s) écouter écoutez écouteur(s) écran(s) écrin(s) écrire écris écrit(e)(s) écriteau écriture(s) écrivain(e)(s) écrivez écrivons écru(e)(s) écume(s) écureuil(s) écurie(s) écusson(s)
édifice(s) éditeur(s) édition(s) éditions éditorial éditoriaux édredon(s) éducatif éducation éducateur(s) éducatrice(s) éduquer égal égale(s) également égalité égaux égarement égayez église(s) égoïste(s) égouttez
élaboration élaboré(e)(s) élargir élargissement élastique(s) électeur(s) élection(s) électricien(s) électricité électrique(s) électroménager électronique(s) élégamment élégance élégant(e)(s) élément(s) élémentaire(s)
élevage(s) éleveur(s) éleveuse(s) élève(s) élixir(s) éligible(s) élimine(|z|r) éliminer éliminez élimination élite(s) élu(e)(s) émaillé(e)(s) émaux émancipation émanant émerveille(|z|r) émerveillez émerveillement émeraude(s) émincé(s) émission(s)
émotion(s) émotionnel émotionnelle(s) émouvant(e)(s) émulsion(s) énergétique(s) énergie(s) énergique(s) énigme(s) énorme(s) énormément énoncé(s) énumération épais épaisse(s) épaisseur(s) épanouissement épanouissez épargne(|z|r) épargner épargnez épatant(e)(s)
épaule(s) épeautre éphémère(s) épice(s) épicé(e)(s) épicerie(s) épicier(s) épilation(s) épinard(s) épine(s) épingle(s) épique(s) épisode(s) éplucher épluchez éponge(s) époque(s) épouse(s) époux épreuve(s) éprouvé(e)(s) épuisé(e)(s) épuration
équilibre(s) équilibré(e)(s) équinoxe(s) équipage(s) équipe(s) équipement(s) équiper équipez équipé(e)(s) équitable(s) équitation équité équivalence(s) équivalent(e)(s) érable(s) érotique(s) érosion éruption(s) érudit(e)(s)
étable(s) établi(e)(s) établir établissement(s) étage(s) étagère(s) étain étalage étalon(s) étaler étalez étanche(s) étanchéité étang(s) étant étape(s) état(s) états-unis étau été(s) éteindre éteignez éteint(e)(s) étendre étendez étendue éternel
éternelle(s) éternité éthique(s) étincelant(e)(s) étincelle(s) étiquette(s) étirement(s) étirez étoffe(s) étoile(s) étoilé(e)(s) étole(s) étonnamment étonnant(e)(s) étonnement étonnez étouffant étourdi étrange(s) étranger(s) étrangère(s) être(s) êtes étrenne(s) étrennez étroit(e)(s)
étude(s) étudiant(e)(s) étudier étudiez étudié(e)(s) étui(s) évacuation évade(z) évader évadez évaluation(s) évaluer évaluez évaporation évasion(s) évasé(e)(s) éveil(s) éveiller éveillez événement(s) évènement(s) événementiel éventail éventuel éventuelle(s) éventuellement évêque(s)
évidemment évidence(s) évident(e)(s) évier(s) évite(|z|r) éviter évitez évocation évolue(|z|r) évoluer évolutif évolutive évolution(s) évoque(|r|z) évoquer
égypte écosse équateur éthiopie érythrée élysée
"""
ALSO_ENGLISH = frozenset(
    str.split(
        "edition editions education election elections emission emissions emotion emotions evolution evolutions elite element elements elaboration elimination elixir equivalent episode emulsion evacuation evaluation evaporation evasion erosion eruption"
    )
)
"""Bare forms that are English words too, and so may stand in a name (Limited Edition)."""
