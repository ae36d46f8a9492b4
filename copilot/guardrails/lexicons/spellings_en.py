"""British and American spellings of the same words: ordinary words of the language, listed here by hand on 2026-11-22.

Stems with their endings after a bar. Left out: words that are right in both (practice, program, check, disk, story), -ize, which Oxford writes too and
which a rule of its own compares, and words that names often hold (Center Parcs stays a name).
"""

from __future__ import annotations

PAIRS = """
colour|s|ed|ing|ful|fully|less:color|s|ed|ing|ful|fully|less
favourite|s:favorite|s
favour|s|ed|ing|able|ably:favor|s|ed|ing|able|ably
flavour|s|ed|ing|ful|less:flavor|s|ed|ing|ful|less
behaviour|s|al:behavior|s|al
neighbour|s|ing|hood|hoods|ly:neighbor|s|ing|hood|hoods|ly
honour|s|ed|ing|able:honor|s|ed|ing|able
harbour|s|ed|ing:harbor|s|ed|ing
humour|s|less:humor|s|less
labour|s|ed|ing:labor|s|ed|ing
rumour|s:rumor|s
savour|s|ed|ing|y:savor|s|ed|ing|y
odour|s|less:odor|s|less
armour|ed|y:armor|ed|y
vapour|s:vapor|s
parlour|s:parlor|s
endeavour|s|ed|ing:endeavor|s|ed|ing
centre|s|d|piece|pieces:center|s|ed|piece|pieces
fibre|s|glass:fiber|s|glass
litre|s:liter|s
metre|s:meter|s
kilometre|s:kilometer|s
centimetre|s:centimeter|s
millimetre|s:millimeter|s
theatre|s:theater|s
lustre:luster
sombre:somber
calibre:caliber
spectre:specter
catalogue|s|d:catalog|s|ed
defence|s:defense|s
offence|s:offense|s
pretence:pretense
licence|s:license|s
traveller|s:traveler|s
travelled:traveled
travelling:traveling
cancelled:canceled
cancelling:canceling
labelled:labeled
labelling:labeling
modelling:modeling
modelled:modeled
jewellery:jewelry
jeweller|s:jeweler|s
woollen|s:woolen|s
marvellous|ly:marvelous|ly
counsellor|s:counselor|s
fuelled:fueled
signalling:signaling
enrol|s:enroll|s
enrolment|s:enrollment|s
fulfil|s|ment:fulfill|s|ment
skilful|ly:skillful|ly
instalment|s:installment|s
wilful|ly:willful|ly
grey|s|ish:gray|s|ish
mould|s|ed|ing|y:mold|s|ed|ing|y
moult|s|ed|ing:molt|s|ed|ing
plough|s|ed|ing:plow|s|ed|ing
tyre|s:tire|s
aluminium:aluminum
moustache|s:mustache|s
pyjama|s:pajama|s
cosy:cozy
cosier:cozier
cosiest:coziest
sceptical|ly:skeptical|ly
sceptic|s:skeptic|s
artefact|s:artifact|s
manoeuvre|s|d:maneuver|s|ed
analyse|s|d:analyze|s|d
analysing:analyzing
paralyse|s|d:paralyze|s|d
catalyse|s|d:catalyze|s|d
cheque|s:check|s
aeroplane|s:airplane|s
"""
AMBIGUOUS = frozenset(str.split("check checks tire tires license licenses meter meters mold molds"))
"""Spellings that are words of their own on the other side; they never count."""

ISE = frozenset(
    str.split("""organis recognis realis specialis personalis optimis customis maximis minimis prioritis apologis emphasis summaris standardis modernis finalis categoris memoris
    authoris criticis energis harmonis immunis initialis legalis localis mobilis monopolis normalis patronis penalis popularis publicis randomis revolutionis scrutinis sensitis socialis
    stabilis sterilis stylis symbolis sympathis utilis visualis vandalis verbalis centralis capitalis digitis economis equalis familiaris fertilis formalis generalis hospitalis hypnotis
    idealis individualis industrialis itemis jeopardis materialis mesmeris moisturis motoris nationalis neutralis oxidis pasteuris polaris pressuris privatis rationalis reorganis synchronis synthesis tantalis theoris
    tranquillis traumatis trivialis urbanis vaporis weaponis westernis winteris""")
)
"""Stems of verbs that are spelt -ise or -ize."""
