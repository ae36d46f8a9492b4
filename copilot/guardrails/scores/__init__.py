"""Measurements of a text. A score fails nothing by itself; it carries its evidence and its error, or says why it is not measured."""
