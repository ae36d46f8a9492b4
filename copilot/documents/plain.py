"""Plain text: all of it is prose."""

from __future__ import annotations

from copilot.documents.source import Piece, Source, Writer


def read(source: Source) -> Piece:
    """The whole file as one piece, with plain line ends."""
    writer = Writer(source)
    writer.copy(0, len(source.text))
    return writer.piece()
