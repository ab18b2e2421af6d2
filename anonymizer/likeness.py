"""Likeness: whether two words are one typing error apart."""


def one_error(one: str, other: str) -> bool:
    """Tell whether one letter changed, added, lost or swapped with the next makes them equal.

    >>> one_error("dupont", "dupond"), one_error("dubios", "dubois"), one_error("petit", "morel")
    (True, True, False)
    """
    short, long = sorted((one, other), key=len)
    if short == long or abs(len(long) - len(short)) > 1:
        return short == long
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) != len(long):
        return short[at:] == long[at + 1 :]
    swapped = short[at : at + 2] == long[at : at + 2][::-1] and short[at + 2 :] == long[at + 2 :]
    return short[at + 1 :] == long[at + 1 :] or swapped
