"""Read names with their typing errors mended: « Dubios » is the Dubois of the record."""

from collections.abc import Sequence
from dataclasses import replace

from anonymizer.coreference.mention import Mentioned
from anonymizer.coreference.names import IsGiven, Name, Piece, read_as_written
from anonymizer.likeness import one_error
from anonymizer.phi import Part, Phi

_MENDED = 5  # letters from which one typing error still tells a name
_Owned = frozenset[tuple[Phi, Part | None, str]]  # for membership, and sorted where output


def read_names(mentions: Sequence[Mentioned], is_given: IsGiven) -> tuple[Name | None, ...]:
    """Return the name that each mention holds, None where no person is mentioned.

    A word one typing error away from the only such word of the record, in the same category and
    part, has that word's key. ``is_given`` tells whether a folded word is a given name.
    """
    names = read_as_written(mentions, is_given)
    owned = frozenset(
        (mention.category, piece.part, piece.key)
        for mention, name in zip(mentions, names, strict=True)
        for piece in (name.pieces if name and mention.owner else ())
    )
    return tuple(
        _mended(name, mention.category, owned, is_given) if name else None
        for mention, name in zip(mentions, names, strict=True)
    )


def _mended(name: Name, category: Phi, owned: _Owned, is_given: IsGiven) -> Name:
    """Return the name with a mistyped word under the key of the field's word that was meant."""
    pieces = tuple(_meant(piece, category, owned, is_given) for piece in name.pieces)
    return replace(name, pieces=pieces)


def _meant(piece: Piece, category: Phi, owned: _Owned, is_given: IsGiven) -> Piece:
    exact = any(key == piece.key for _, _, key in owned)
    real = piece.part is Part.GIVEN and is_given(piece.key)  # Louise is no mistyped Louis
    if exact or real or piece.initial or len(piece.key) < _MENDED:
        return piece
    meant = sorted(
        key
        for phi, part, key in owned
        if (phi, part) == (category, piece.part) and one_error(key, piece.key)
    )
    return replace(piece, key=meant[0]) if len(meant) == 1 else piece
