"""Orders to a model in text that should hold none: a brief, a review, a past campaign, a page that somebody pasted.

A model reads all text alike, so whoever can put words into a guide or a campaign could steer the drafts. Passages and briefs are
looked through before they go into a prompt; SAF005 looks for the same strong and weak signs in copy. Hidden writing counts as what it says: characters without width are taken out, tag characters, look-alike letters and
base64 are read, accents may be missing.
Source: Greshake et al. 2023, indirect prompt injection, https://arxiv.org/abs/2302.12173, general reading; measured by bench/injection.py.
"""

from __future__ import annotations

import base64
import binascii
import re
import unicodedata
from collections.abc import Iterator

from copilot.language.prose import Span

_OF_MODEL = r"(?:instructions?|prompts?|guidelines?|directives?|directions|programming|training|polic(?:y|ies)|restrictions|system messages?)"
STRONG = re.compile(
    r"\b(?:(?:ignore|disregard|forget|override|bypass|neglect)\b[^.\n]{0,30}\b(?:previous|prior|above|preceding|earlier|all (?:of )?(?:your|the|my"
    r"|these)?|your|any|everything|these|those)\b[^.\n]{0,25}\b(?:"
    + _OF_MODEL
    + r"|rules|context|(?:you|i|we|was|were|been|have|'ve) (?:told|learned)|messages?|orders)\b"
    r"|(?:ignore|disregard|forget) (?:all|any|the(?! (?:instructions?|directions|training|guidelines)\b(?! (?:above|you|given|i )))|your|my|these|every) (?:previous |prior |above |other )?"
    + _OF_MODEL
    + r"\b(?! on (?:the|its)\b)"
    r"|you are (?:now )?(?:dan|going to act as|to act as|an? (?:ai|unfiltered|uncensored|amoral|evil|jailbroken))\b|you(?:'re| are) now (?:a|an|in"
    r"|called|named|playing|acting)\b(?= (?:ai|character|chatbot|bot|model|assistant|hacker|persona|mode|developer|unrestricted|different)\b)"
    r"|do anything now\b|not bound (?:by|to) (?:any|the|its|openai\w*) ?(?:[\w']+ ){0,2}(?:rules|restrictions|guidelines|limits|laws|policies)"
    r"|(?:always )?(?:start|begin|end|prefix) (?:all |every |each )?(?:of )?(?:your|my|the) (?:repl(?:y|ies)|responses?|answers?) (?:with|by|in)\b"
    r"|developer mode (?:enabled|output|on)|(?:reveal|print|show|repeat|output|display|leak|tell me) (?:me )?(?:your|the) (?:full |entire |exact "
    r"|initial |original |hidden |secret )?(?:system )?(?:prompt|instructions|guidelines)\b|(?:your )?(?:new|real|updated|actual) (?:instructions?"
    r"|task|system prompt) ?(?:is|are|:)(?! (?:here|in the box|on)\b)"
    r"|system (?:prompt|message|instruction)s? ?[:=]|from now on,? (?:you|every|all your|your (?:responses|answers|name)|chatgpt|i want you"
    r"|always (?:respond|answer|reply)|respond|answer|act|pretend)\b|openai(?:'s)? (?:content )?(?:polic(?:y|ies)|guidelines|rules|restrictions)"
    r"|(?:act as|act like|acting as|pretend (?:to be|that you|you are)|role-?play(?:ing)? as|behave (?:as|like)|respond (?:as|like)|answer (?:as|like)"
    r"|simulate|imagine yourself as)\b[^.\n]{0,30}\b(?:ai|chatgpt|gpt-?\d?|dan|assistant|language model|chatbot|unfiltered|uncensored|amoral|evil"
    r"|hacker|linux terminal|persona)\b"
    r"|(?:as an? ai|chatgpt|the assistant|this ai|the ai|the model|the bot)\b[^.\n]{0,40}\b(?:must|will always|should always|has no|never refuses?"
    r"|cannot refuse|can't refuse)\b|(?:do not|don't|never) (?:mention|reveal|disclose|tell)\b[^.\n]{0,25}\b(?:you are an ai|these instructions"
    r"|this prompt|the system prompt|the user)\b|(?:hypothetical response|niccolo|my (?:first|next) (?:prompt|command|request|question) is"
    r"|with no (?:moral|ethical|content) (?:restrictions|filters?|guidelines|limits?))\b"
    r"|(?:ignore|ignorez|oublie[zs]?|oubliez|néglige[zr]?|contourne[zr]?|désobéis|passe outre)\b[^.\n]{0,30}\b(?:instructions|consignes|directives"
    r"|prompts?|règles) (?:précédentes?|antérieures?|ci-dessus|initiales?|du système|système|reçues|données)|(?:ignore|ignorez|oublie"
    r"|oubliez) (?:toutes? )?(?:tes|vos|mes|ces) (?:précédentes )?(?:instructions|consignes|directives|règles)|(?:ignore"
    r"|oublie)[zr]? (?:tout )?ce qui précède|(?:ne (?:tiens|tenez) pas compte|fais abstraction|faites abstraction) (?:de |des |du )?(?:tes |vos "
    r"|toutes les |les )?(?:consignes|instructions|directives|règles)"
    r"|tu es (?:désormais|maintenant) (?:dan|une? (?:ia|assistant|modèle|chatbot|personnage|hacker))|à partir de maintenant,? (?:tu|vous) (?:es|êtes"
    r"|dois|devez|réponds|répondez|agis|agissez|joues|t'appelles)\b|(?:révèle|affiche|montre|répète|donne|imprime|divulgue)[zr]?(?:-moi)? (?:ton|tes"
    r"|le|les|votre|vos) (?:prompt|consignes|instructions|message) ?(?:système|système initial|initial|initiales|secrètes|cachées|complet"
    r"|complètes)?(?= ?(?:$|[.!,:\n]|système|et\b))|(?:prompt|invite|message|consigne) système ?:|mode développeur (?:activé|on)"
    r"|(?:révèle|répète|recopie|copie|récite|restitue|retranscri[st]|divulgue|cite)(?:[zr]|ez)?(?:-(?:moi|nous))? (?:(?:mot (?:à|pour) mot|intégralement|en entier) (?:toutes? )?(?:ton|tes|votre|vos|les|le)"
    r"|(?:toutes? )?(?:ton|tes|votre|vos)(?=[^.\n]{0,60}\b(?:mot (?:à|pour) mot|intégralement|en entier|dans chaque|dans ta|dans ton|dans votre))) (?:prompt|consignes|instructions|message système)\b"
    r"|(?:copy|recite|restate|quote|type out|write (?:out|down)|paste|repeat) (?:(?:word for word|verbatim|exactly) (?:all )?(?:of )?(?:your|the)|(?:all )?(?:of )?your(?=[^.\n]{0,60}\b(?:word for"
    r" word|verbatim|letter by letter|in (?:every|each|your)))) (?:full |entire |exact |initial |original )?(?:system )?(?:prompt|instructions|guidelines)\b"
    r"|nouvelles (?:instructions|consignes) ?:"
    r"|(?:agis (?:comme|en tant)|agissez (?:comme|en tant)|comporte-toi comme|comportez-vous comme|réponds (?:comme|en tant)|répondez (?:comme"
    r"|en tant)|fais comme si tu étais|faites comme si vous étiez)\b[^.\n]{0,30}\b(?:ia|chatgpt|dan|assistant|modèle de langage|hacker|sans (?:filtre"
    r"|restriction|censure))\b)|\[/?inst\]|<\|(?:im_start|im_end|system|user|assistant|endoftext)\|>|<</?sys>>|### ?(?:instruction|system|response) ?:"
    r"|(?:^|\n)\s*(?:system|assistant|human|user|système|utilisateur) ?: ?(?=(?:you are|ignore|act|tu es|vous êtes|write|rédige|écris)\b)"
)
WEAK = re.compile(
    r"\b(?:(?:act as|pretend (?:to be|that you|you are)|role-?play|take on the role|assume the role|play the (?:role|part)|jail-?br(?:eak|eaks|oken))"
    r"|(?:never|cannot|can't|must not|won't|doesn't|do not|don't|not) (?:ever )?(?:refuses?|reject|decline|say no|break character|censor|warn"
    r"|apologi[sz]e|deny)|unfiltered|uncensored|amoral|immoral|unethical|illegal|nsfw"
    r"|without (?:any )?(?:restrictions?|filters?|limits|limitations|censorship|morals?|ethics|warnings?|disclaimers?|judg?ement)|no (?:restrictions"
    r"|limitations|rules|filters|morals|ethics|boundaries|censorship)|(?:ethical|moral|legal|content|safety) (?:guidelines|restrictions|limits"
    r"|limitations|concerns|boundaries|implications|standards)|ethicality|legality|from now on|stays? in character|in character"
    r"|(?:break|breaks|breaking) character|chatgpt|gpt-?[34]|openai|language model|an ai|ai (?:model|bot|character|named|assistant|called|system"
    r"|chatbot)|(?:always|only|will|must|should|shall) (?:respond|answer|reply|comply|obey|start (?:every|each|your)|begin (?:every|each|your))|(?:the"
    r"|this) prompt|prompts?:|(?:the|another) user|roleplay(?:s|ing|er)?|persona|\{\{?(?:user|char|prompt)\}\}?|hypothetical|fictional"
    r"|sans (?:aucune? )?(?:restrictions?|censure|filtres?|limites? morales?|tabous?)|ne (?:refuse[sz]?|refusera) jamais|rester? dans (?:ton|le|votre"
    r"|son) (?:rôle|personnage)|modèle de langage|intelligence artificielle|joue[sz]? le rôle)(?!\w)"
)
LEAST_WEAK = 3
"""From this many weak signs on, a text is an order."""

_AI = (
    r"(?:(?:an? |the |any |all )?(?:ai|a\.i\.|ai (?:models?|assistants?|systems?|tools?|agents?|writers?|copilots?)|llms?|(?:large )?language models?|chatbots?|chat-?gpt|gpt-?\d"
    r"|claude|gemini|(?:writing|virtual) assistants?|automated (?:readers?|systems?)))"
)
_IA = (
    r"(?:(?:l'|une? |les |la |le |toute |tout )?(?:ia|intelligences? artificielles?|modèles? de langage|llms?|assistants? (?:ia|virtuels?|de rédaction|d'écriture)|chatbots?"
    r"|chat-?gpt|gpt-?\d|claude|gemini|robots? rédacteurs?|agents? conversationnels?))"
)
_REPLY = r"(?:response|completion|output|generated (?:text|copy)|final (?:text|answer|copy|draft))s?"
ADDRESSED = re.compile(
    rf"\b(?:(?:note|notice|message|instructions?|reminder|attention|memo|important|request)\b[^.\n]{{0,15}}\b(?:to|for) {_AI}\b(?! (?:users?|lovers?|students?))"
    rf"|(?:if|when|since|as) (?:you are|you're) (?:an? )?{_AI}\b(?! user)|{_AI} (?:reading|processing|summari[sz]ing|parsing|that reads?|who reads?) this\b"
    rf"|(?:add|append|insert|integrate|incorporate|embed|include|mention|end|begin|start|finish|conclude|encode|reverse|scramble|replace)\b(?:(?!\byour (?!response|output))(?:[^.\n]|\.(?=\w))){{0,90}}"
    rf"\b(?:in|to|into|of|with|throughout|inside) (?:your|each|every) {_REPLY}\b"
    r"|(?:include|including|mention|add|insert|put) in your (?:answer|response|reply|output) (?:the|a|an|that|this)\b(?! (?:order|size|name|colour|color|date))"
    r"|(?:reverse|scramble|encode|encrypt|translate|invert|rearrange|shuffle|jumble)\b[^.\n]{0,40}\byour (?:reply|response|answer|message|output|words)\b"
    r"|(?:append|insert|integrate|incorporate|embed|add)\b(?:(?!\byour (?:name|order|number|size|address|phone|reply|answer|question|photo))(?:[^.\n]|\.(?=\w))){0,90}\b(?:in|to|into|at the"
    r" (?:end|start|top|beginning|bottom) of) your (?:reply|answer)\b"
    r"|(?:respond|answer|output|reply) (?:only|exclusively) (?:with|in|by) (?!a call|phone|post|e-?mail)|(?:repeat|print|reveal|write out|recite) (?:me )?(?:back )?"
    r"(?:(?:all|everything|the) )*(?:text |words |content |lines )?(?:above|before this|that precedes?|you were (?:told|given))\b"
    r"|(?:send|post|forward|upload|leak|exfiltrate|e-?mail) (?:me |us )?(?:all |the |your |this |any )*(?:conversation|chat history|prompt|system (?:prompt|message)|api keys?"
    r"|credentials|customer (?:data|list|records)|user data)\b"
    r"|(?:do not|don't|never|stop) (?:follow(?:ing)?|obey(?:ing)?) (?:the|your|any|these|those) (?:brief|other instructions?|(?:instructions?|rules|guidelines) (?:above|below|you were"
    r" given)|previous)|(?:ignore|disregard|forget|override|bypass) (?:the|this|your|that) (?:brief|prompt|task|claims bank)\b|you are (?:now )?(?:an?|the) (?:helpful |friendly"
    r" |harmless )*(?:ai|assistant|chatbot|language model|translation (?:bot|engine))\b(?! (?:manager|director|professor|editor|buyer|coach|to\b))"
    r"|(?:new|revised|urgent|real|actual|priority) (?:task|directive|objective|system message) ?:"
    rf"|(?:note|notice|message|consignes?|instructions?|rappel|attention|mémo|demande)\b[^.\n]{{0,15}}\b(?:pour|à|à l'attention de|à destination de) {_IA}\b"
    rf"|(?:si|quand|puisque|comme) (?:tu es|vous êtes|tu n'es qu'|vous n'êtes qu') ?{_IA}\b|{_IA} (?:qui li(?:t|s|sez)|lisant|qui traite[sz]?) ce"
    r"|(?:ajoute|insère|insére|intègre|intégre|incorpore|termine|commence|conclu[st]|finis|remplace|encode|mentionne|inclu[st]|traduis)(?:[rz]|ez|sez)?\b"
    r"(?:(?!\b(?:votre|ton|vos|tes|ta) (?!réponse|sortie))(?:[^.\n]|\.(?=\w))){0,90}\b(?:dans|à|en|de|par|avec) (?:ta|tes|votre|vos|chaque|toutes tes|toutes vos) (?:réponses?|sorties?"
    r"|textes? générés?)\b"
    r"|(?:réponds|répondez|répondre) (?:uniquement|seulement|exclusivement|toujours) (?:par|avec|en|au format) (?!téléphone|courrier|e-?mail)"
    r"|(?:répète|recopie|affiche|imprime|récite)[rz]? (?:mot (?:à|pour) mot )?(?:tout(?:es?)? )?(?:le texte |les (?:lignes|phrases|mots) |ce qui (?:est|se trouve) )?(?:ci-dessus"
    r"|au-dessus|plus haut|qui précèd\w+)"
    r"|(?:envoie|transmet[s]?|divulgue|publie|exfiltre)[rz]?(?:-(?:moi|nous))? (?:toute? )?(?:le |la |les |ton |ta |tes |votre |vos |cette )?(?:prompt|conversation|historique"
    r"|consignes|instructions|clés? api|identifiants|données (?:clients?|des clients|utilisateurs?)|fichier clients)"
    r"|(?:inverse|mélange|encode|chiffre|traduis|traduisez|renverse)[rz]?\b[^.\n]{0,40}\b(?:ta|tes|votre|vos) (?:réponses?|sorties?)"
    r"|ne (?:suis|suivez|respecte|respectez|applique|appliquez) (?:pas|plus) (?:le brief|les (?:autres )?(?:consignes|instructions)|tes (?:consignes|instructions)|vos"
    r" (?:consignes|instructions))|(?:ignore|oublie|néglige|contourne)[rz]? (?:le|ce|ton|votre) (?:brief|prompt)\b|(?:tu es|vous êtes) (?:désormais |maintenant )?une? (?:ia"
    r"|assistant (?:ia|virtuel|utile)|modèle de langage|chatbot|intelligence artificielle)\b"
    r"|nouvelles? (?:tâche|mission|directives?|priorité) ?:)"
    r"|</?\s*(?:passages?|brief|claims|system|instructions?|assistant|context|prompt|tool_call|function_calls?)\b[^>\n]{0,40}>"
)
"""Words to a model by name, about its reply, or in the shape of our own marks."""

_FOLD = {ord(char): "'" for char in "’‘ʼ＇`´"} | {ord(char): " " for char in "\u00a0\u202f\u2009\u2007\u2008\u200a\u3000\t"} | {ord("‑"): "-", ord("‐"): "-"}
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufeff\u202a-\u202e\u2066-\u2069\u180e\u034f]")
_TAGS = re.compile("[\U000e0020-\U000e007e]+")
_BASE64 = re.compile(r"(?<![\w+/=])[A-Za-z0-9+/]{24,}={0,2}(?![\w+/=])")
_SPACED = re.compile(r"\b(?:\w[ .*_-]){4,}\w\b")
_LOOK_ALIKE = str.maketrans("аеорсухіјѕԁɡοαν", "aeopcyxijsdgoav")
"""Cyrillic and Greek letters that look like Latin ones."""


def _bare(text: str) -> str:
    """Without accents."""
    return "".join(char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char))


_PATTERNS = (STRONG, ADDRESSED)
_BARE_PATTERNS = tuple(re.compile(_bare(pattern.pattern), pattern.flags) for pattern in _PATTERNS)
_BARE_WEAK = re.compile(_bare(WEAK.pattern), WEAK.flags)


def _hidden(text: str) -> Iterator[str]:
    """What is written in `text` so that people do not see it."""
    for match in _TAGS.finditer(text):
        yield "".join(chr(ord(char) - 0xE0000) for char in match.group())
    for match in _BASE64.finditer(text):
        try:
            yield base64.b64decode(match.group() + "=" * (-len(match.group()) % 4), validate=True).decode("utf-8")
        except (binascii.Error, UnicodeDecodeError):
            continue


def _spans(text: str, weak_too: bool) -> list[Span]:
    """Orders in `text` as it stands, in lower case, without accents."""
    found = [match.span() for pattern in _BARE_PATTERNS for match in pattern.finditer(text)]
    if not found and weak_too:
        signs = {match.group(): match.span() for match in _BARE_WEAK.finditer(text)}
        found = sorted(signs.values())[:1] if len(signs) >= LEAST_WEAK else []
    return sorted(found)


def find_orders(text: str, weak_too: bool = True) -> list[Span]:
    """Where `text` gives orders to a model, left to right, not overlapping; hidden ones are told as the whole line they stand in.

    weak_too: count three weak signs together (act as, never refuse, unfiltered ...) as an order.
    """
    folded = text.translate(_FOLD).lower()
    plain = "".join(_bare(char) or char for char in folded)
    found: list[Span] = _spans(plain, weak_too) if len(plain) == len(text) else []
    if not found or len(plain) != len(text):
        for start, end in _lines(text):
            line = text[start:end]
            shown = unicodedata.normalize("NFKC", _UNSEEN.sub("", _TAGS.sub("", line)))
            closed = _SPACED.sub(lambda match: re.sub(r"[ .*_-]", "", match.group()), shown)
            readings = {reading.translate(_FOLD).lower().translate(_LOOK_ALIKE) for reading in (shown, closed, *_hidden(line))}
            if any(_spans(_bare(reading), weak_too=False) for reading in readings):
                found.append((start, end))
    kept: list[Span] = []
    for start, end in sorted(found):
        if not kept or start >= kept[-1][1]:
            kept.append((start + len(text[start:end]) - len(text[start:end].lstrip()), end))
    return kept


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield start, start + len(line)
        start += len(line) + 1


_ENDS = re.compile(r"(?<=[.!?…])[\"'»”)]*\s+|\n+")


def without_orders(text: str) -> str:
    """`text` without the sentences that give orders to a model."""
    found = find_orders(text)
    if not found:
        return text.strip()
    kept, last = [], 0
    for cut in (*(match.end() for match in _ENDS.finditer(text)), len(text)):
        if not any(start < cut and last < end for start, end in found):
            kept.append(text[last:cut])
        last = cut
    return "".join(kept).strip()
