"""The secret key of a team, and what is derived from it.

A key is one line: ``casepress-key-1`` and 64 hexadecimal digits. This module only derives;
reading and making key files is the shell's work.
"""

import hmac
import re
from dataclasses import dataclass, field
from hashlib import sha256

from anonymizer.errors import KeyFormatError

_BYTES = 32
_LINE = re.compile(r"casepress-key-1 ([0-9a-f]{64})\n?\Z")


@dataclass(frozen=True, slots=True)
class Key:
    """32 secret bytes; its repr never shows them."""

    secret: bytes = field(repr=False)

    def __post_init__(self) -> None:
        """Refuse a secret of another length."""
        if len(self.secret) != _BYTES:
            raise KeyFormatError(
                "key",
                en="not 32 bytes long. Make a new one with `casepress key`.",
                fr="ne fait pas 32 octets. Créez-en une avec `casepress key`.",
            )

    def digest(self, *parts: str) -> bytes:
        """Return HMAC-SHA256 over ``parts``, each preceded by its length.

        So ("ab", "c") and ("a", "bc") differ. Source: RFC 2104.
        """
        message = b"".join(
            len(raw).to_bytes(8, "big") + raw for raw in (part.encode() for part in parts)
        )
        return hmac.digest(self.secret, message, sha256)

    def number(self, *parts: str) -> int:
        """Return a non-negative 64-bit number derived from ``parts``."""
        return int.from_bytes(self.digest(*parts)[:8], "big")


def parse(line: str) -> Key:
    """Read the one line of a key file.

    Raises KeyFormatError, which never shows the line.
    """
    found = _LINE.match(line)
    if not found:
        raise KeyFormatError(
            "key file",
            en="not a key: it must hold one line, casepress-key-1 and 64 hexadecimal digits. "
            "Make a new one with `casepress key`.",
            fr="n’est pas une clé : il doit contenir une ligne, casepress-key-1 et 64 chiffres "
            "hexadécimaux. Créez-en une avec `casepress key`.",
        )
    return Key(bytes.fromhex(found[1]))


def line(key: Key) -> str:
    """Return the line that ``parse`` reads."""
    return f"casepress-key-1 {key.secret.hex()}\n"
