"""Applies fixes to the fields they were found in."""

from __future__ import annotations

from collections.abc import Iterable

from copilot.records import Finding


def apply(fields: dict[str, str], findings: Iterable[Finding]) -> dict[str, str]:
    """`fields` with the fix of each finding put in. Where two overlap the first (by place) wins; findings without a fix change nothing."""
    result = dict(fields)
    by_field: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.fix is not None and finding.field in result:
            by_field.setdefault(finding.field, []).append(finding)
    for key, own in by_field.items():
        text, pieces, last = result[key], [], 0
        for finding in sorted(own, key=lambda f: (f.start, f.end)):
            if finding.start < last or finding.fix is None:
                continue
            pieces += [text[last : finding.start], finding.fix.replacement]
            last = finding.end
        result[key] = "".join([*pieces, text[last:]])
    return result


def apply_safe(fields: dict[str, str], findings: Iterable[Finding]) -> dict[str, str]:
    """`fields` with the safe fixes put in and nothing else changed."""
    return apply(fields, [finding for finding in findings if finding.fix and finding.fix.safety == "safe"])
