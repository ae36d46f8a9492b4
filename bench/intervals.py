"""Intervals for shares."""

from __future__ import annotations

from math import sqrt


def wilson(part: int, whole: int, z: float = 1.96) -> tuple[float, float]:
    """Wilson's interval for `part` of `whole`, 0-1; 95 % with the usual z. The whole range where there is nothing to count.

    Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", 1927.
    """
    if not whole:
        return 0.0, 1.0
    share = part / whole
    middle = share + z * z / (2 * whole)
    reach = z * sqrt(share * (1 - share) / whole + z * z / (4 * whole * whole))
    scale = 1 + z * z / whole
    return (middle - reach) / scale, (middle + reach) / scale
