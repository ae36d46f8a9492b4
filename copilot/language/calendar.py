"""Days and months. May, mai and mars are left out: they are other words too."""

from __future__ import annotations

DAYS = {
    "en": frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]),
    "fr": frozenset(["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]),
}
MONTHS = {
    "en": frozenset(["january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december"]),
    "fr": frozenset(["janvier", "février", "avril", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"]),
}
