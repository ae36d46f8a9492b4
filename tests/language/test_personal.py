"""Personal data: what is found, what is left alone, and that a check digit decides."""

from __future__ import annotations

import pytest

from copilot.language.personal import EVERY, Kind, find_personal, is_card


@pytest.mark.parametrize(
    ("text", "kind", "piece"),
    [
        ("Écris à jo.roy@mail.example, merci.", "email", "jo.roy@mail.example"),
        ("Appelle le 06\u00a012\u202f34 56 78.", "phone", "06\u00a012\u202f34 56 78"),
        ("Tel. +33 (0)6 12 34 56 78", "phone", "+33 (0)6 12 34 56 78"),
        ("Mobile: 07700 900 123", "phone", "07700 900 123"),
        ("Ring (212) 736-5000 now", "phone", "(212) 736-5000"),
        ("+46 (0)8 928 571 38 fax", "phone", "+46 (0)8 928 571 38"),
        ("call me at 9498777106", "phone", "9498777106"),
        ("Sa carte : 4111 1111 1111 1111", "card", "4111 1111 1111 1111"),
        ("Amex 3782 822463 10005", "card", "3782 822463 10005"),
        ("FR7630006000011234567890189", "iban", "FR7630006000011234567890189"),
        ("GB29 NWBK 6016 1331 9268 19", "iban", "GB29 NWBK 6016 1331 9268 19"),
        ("NIR 186022A21532523", "nir", "186022A21532523"),
        ("SSN 536-90-4399", "ssn", "536-90-4399"),
        ("NI AB 12 34 56 C", "nino", "AB 12 34 56 C"),
        ("NHS number 943 476 5919", "nhs", "943 476 5919"),
        ("from 106.31.73.20", "network", "106.31.73.20"),
        ("au 12 bis rue des Lilas, 23500 Felletin", "address", "12 bis rue des Lilas, 23500 Felletin"),
        ("221B Baker Street, London NW1 6XE", "address", "221B Baker Street, London NW1 6XE"),
        ("au 3, place du Marché", "street", "3, place du Marché"),
        ("Livraison : Via dei Fiorentini 17, merci", "street", "Via dei Fiorentini 17"),
        ("20789 Nybyvägen 65, merci", "street", "20789 Nybyvägen 65"),
        ("zu Peter Stern, Koepenicker Str. 74", "street", "Koepenicker Str. 74"),
        ("née le 3 mai 1990", "birthdate", "3 mai 1990"),
        ("DOB: 12/03/1984", "birthdate", "12/03/1984"),
        ("la voiture AB-123-CD", "plate", "AB-123-CD"),
        ("passeport n° 12AB34567", "document", "12AB34567"),
        ("commande n° 2041877", "reference", "2041877"),
        ("mdp : Felletin-2026!", "secret", "Felletin-2026!"),
        ("AKIAIOSFODNN7EXAMPLE", "secret", "AKIAIOSFODNN7EXAMPLE"),
        ("Chère Madame Dupont,", "name", "Dupont"),
        ("Je m'appelle Jo Roy.", "name", "Jo Roy"),
        ("Best regards,\nAnne Hall", "name", "Anne Hall"),
        ("Nom : Jean Roy", "name", "Jean Roy"),
    ],
)
def test_each_kind_is_found(text: str, kind: str, piece: str) -> None:
    """One datum of each kind, as people write it."""
    assert [(item.kind, item.text) for item in find_personal(text, EVERY)] == [(kind, piece)]


@pytest.mark.parametrize(
    "text",
    [
        "SIRET 732 829 320 00074, TVA FR44732829320, capital de 10 000 €.",
        "Du 35 au 46, 1 kg 200, 12,50 €, 2026-11-22, 10:30, 20 h 30.",
        "Version 1.2.3.4, lot 2026-11-22, 12 / 14 / 16 ans.",
        "4111 1111 1111 1112 est une mauvaise carte.",
        "Bonjour {{ contact.PRENOM }}, ta commande {{ order.id }} est prête.",
        "Bonjour à tous, chère lectrice, dear all, hi there,",
        "Password: at least 8 characters.",
        "In 1984, 12 people, 3 streets, 2 dogs; call on Tuesday at 10.",
        "123-45-6789 is a sample, 000-12-3456 was never issued.",
        "Place the 12 coats on route 66 of the shelf.",
        "Sent via post 12 times; Via the shop in 3 days. La rue Verte a 12 ans, Avenida has 2 pockets.",
    ],
)
def test_figures_of_copy_are_left_alone(text: str) -> None:
    """Company numbers, sizes, dates, versions, tags and wrong check digits are no personal data."""
    assert find_personal(text) == []


def test_kinds_can_be_chosen_and_names_are_only_given_on_request() -> None:
    """By default all kinds but names; a list of kinds narrows it."""
    text = "Dear Jo Roy,\njo@mail.example 06 12 34 56 78"
    assert [item.kind for item in find_personal(text)] == ["email", "phone"]
    assert [item.kind for item in find_personal(text, EVERY)] == ["name", "email", "phone"]
    only: tuple[Kind, ...] = ("phone",)
    assert [item.kind for item in find_personal(text, only)] == ["phone"]


@pytest.mark.parametrize(
    ("kind", "right", "wrong"),
    [
        ("iban", "FR76 3000 6000 0112 3456 7890 189", "FR76 3000 6000 0112 3456 7890 188"),
        ("iban", "FR76\u202f3000\u202f6000\u202f0112\u202f3456\u202f7890\u202f189", "DE89 3704 0044 0532 0130 01"),
        ("nir", "2 95 10 99 126 111 93", "2 95 10 99 126 111 94"),
        ("nir", "186022A21532523", "186022A21532524"),
        ("card", "30288610434735", "9111111111111111"),
        ("card", "2297051310616322", "2297051310616323"),
        ("ssn", "536-90-4399", "666-12-3456"),
        ("nhs", "NHS 943 476 5919", "NHS 943 476 5918"),
    ],
)
def test_check_digits_decide(kind: Kind, right: str, wrong: str) -> None:
    """The same form with a right check, and with a wrong one or in a range that is not given out."""
    assert [item.kind for item in find_personal(f"Jo : {right}.", (kind,))] == [kind]
    assert find_personal(f"Jo : {wrong}.", (kind,)) == []


def test_a_company_number_is_no_card() -> None:
    """Luhn holds for SIRET too; the issuer decides."""
    assert not is_card("73282932000074")
