"""Find web addresses, accounts of social networks and IP addresses.

Layout: scheme or www and a host, or a host under a usual top domain, blanks around its points or
none; « @name » after the network's name; IPv4 after a cue, IPv6. A hospital's public address names
it and is found. Source: RFC 3986, 4291.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from anonymizer.detect.anchors import vocabulary
from anonymizer.detect.words import scan
from anonymizer.phi import IdKind, Phi
from anonymizer.spans import Span

if TYPE_CHECKING:
    from anonymizer.passage import Passage

_URL = re.compile(
    r"(?:\b(?:https?|ftp)://|\bwww\.)[^\s<>\"«»)\]]{3,300}(?<![.,;:!?'’])"
    r"|\bwww[ ]?\.[ ][\w-]+[ ]?\.[ ]?[a-z]{2,6}\b"
)
_DOMAIN = re.compile(
    r"(?<![\w@.-])[a-z0-9][a-z0-9-]{2,40}\.(?:[a-z0-9][a-z0-9-]{1,40}\.){0,3}(?:fr|com|org|net|eu|be|ch|ca|uk|co\.uk|nhs\.uk|ie|gov"
    r"|edu|info)\b(?:/[\w./?=&%-]{0,200}\w)?"
)
_HOST = re.compile(  # "portal.kerbrum.health", no sentences that lost their blanks: three parts
    r"[a-z](?<![\w@./-].)[a-z0-9-]{2,20}\.[a-z0-9][a-z0-9-]{3,30}\.(?!(?:png|jpe?g|gif|tiff?|svg|dcm"
    r"|pdf|docx?|odt|txt|md|xlsx?|csv|tsv|json|ya?ml|xml|html?|zip|gz)\b)[a-z]{2,10}"
    r"(?![\w@-]|\.\w)(?:/[\w./?=&%-]{0,200}\w)?"
)
_ACCOUNT = re.compile(
    r"""\b(?i:twitter|facebook|instagram|insta|tiktok|snapchat|snap|linkedin|skype|messenger
    |whatsapp|telegram|mastodon|bluesky|youtube)\b(?:[ ](?:handle|account|compte|id|name|user))?
    [ ]?:?[ ]?(?P<name>@\w[\w.]{2,30}(?<!\.)|(?<=:[ ])[a-z][\w-]*\.?[\w-]*\d[\w.-]*(?<!\.))""",
    re.VERBOSE,
)
_NETWORKS = frozenset(
    (
        *("twitter", "facebook", "instagram", "insta", "tiktok", "snapchat", "snap", "linkedin"),
        *("skype", "messenger", "whatsapp", "telegram", "mastodon", "bluesky", "youtube"),
    )
)
_IPV4 = re.compile(
    r"(?<![\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\d.]\d)(?!\d)"
)
_IPV6 = re.compile(r"(?<![\w:])(?:[0-9a-f]{1,4}:){3,7}:?[0-9a-f]{1,4}(?![\w:])", re.IGNORECASE)
_COLONS = re.compile(r":[0-9A-Fa-f]{0,4}:[0-9A-Fa-f]{0,4}:")
_ENDINGS = frozenset(
    ("fr", "com", "org", "net", "eu", "be", "ch", "ca", "uk", "ie", "gov", "edu", "info")
)
_HOSTS = frozenset(
    (
        *("ip", "adresse", "address", "serveur", "server", "logged", "connecté", "connectée"),
        *("connected", "connexion", "connection", "host", "hôte", "poste"),
    )
)
_IP_CUE = re.compile(
    r"\bip\b|adresse|address|serv(?:er|eur)|logged|connect|host|h[ôo]te|poste", re.IGNORECASE
)
_DOTTED = re.compile(r"\.[a-z][a-z0-9-]{3,30}\.[a-z]")
_CUE_WINDOW = 32


def addresses(passage: "Passage") -> Iterator[Span]:
    """Yield web addresses, accounts and IP addresses."""
    text, used = passage.text, vocabulary(passage.text)
    for found in scan(_URL, text, "://", "www"):
        yield Span(found.start(), found.end(), Phi.URL, "", 0.9)
    ends = (f".{end}" in text for end in sorted(used & _ENDINGS))
    for found in _DOMAIN.finditer(text) if any(ends) else ():
        yield Span(found.start(), found.end(), Phi.URL, "", 0.9)
    for found in _HOST.finditer(text) if _DOTTED.search(text) else ():
        yield Span(found.start(), found.end(), Phi.URL, "", 0.8)
    for found in () if used.isdisjoint(_NETWORKS) else _ACCOUNT.finditer(text):
        yield Span(*found.span("name"), Phi.URL, "", 0.8)
    for found in () if used.isdisjoint(_HOSTS) else _IPV4.finditer(text):
        if _IP_CUE.search(text, max(0, found.start() - _CUE_WINDOW), found.start()):
            yield Span(found.start(), found.end(), Phi.ID, IdKind.IP, 0.9)
    for found in _IPV6.finditer(text) if _COLONS.search(text) else ():
        if any(char in "abcdefABCDEF" for char in found[0]):
            yield Span(found.start(), found.end(), Phi.ID, IdKind.IP, 0.8)
