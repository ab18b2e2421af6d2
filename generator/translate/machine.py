"""Machine translation: what is asked of a service and what it answers; others send it.

Off by default. Only sentences of de-identified work are asked for, and every answer is to be
reviewed by a person.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from ipaddress import ip_address
from typing import Any, Final
from urllib.parse import urlsplit

from anonymizer.phi import Lang

from generator.case.terms import TextStatus
from generator.errors import GeneratorError, WrongUsageError
from generator.translate.markup import kept
from generator.translate.work import Work

MACHINE: Final = "leveraged-mt"
_TOGETHER: Final = 20  # sentences of one request to LibreTranslate
_NAMES: Final = {Lang.FR: "French", Lang.EN: "English"}
_TASK: Final = (
    "You translate one sentence of a clinical case from {source} into {target}. Keep every number, "
    "unit, date, drug, gene, name of a person or place, and every sign of Markdown as it is. Add "
    "nothing, leave nothing out, explain nothing: answer with the translation alone."
)

Post = Callable[[str, bytes], bytes]


class Service(StrEnum):
    """Kinds of service that are understood."""

    LIBRETRANSLATE = "libretranslate"
    OPENAI = "openai"


class MachineError(GeneratorError):
    """A translation service cannot be reached, or does not answer as its kind does."""


@dataclass(frozen=True, slots=True)
class Machine:
    """A translation service: its kind, its address, and the model that it is to use."""

    service: Service
    url: str
    model: str = "default"


def machine(url: str, service: Service, model: str, allowed: Sequence[str]) -> Machine:
    """Return a service of this computer, or of a host that the user allows by its name.

    Raises WrongUsageError.
    """
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        raise _not_an_address() from None
    odd = parts.username is not None or parts.query or parts.fragment
    if parts.scheme not in {"http", "https"} or not host or odd:
        raise _not_an_address()
    if not _is_here(host) and host not in {each.casefold() for each in allowed}:
        raise WrongUsageError(
            "--machine",
            en="this service is not on your computer. Where your rules allow the de-identified "
            "text to be sent there, name its host with --allow-host.",
            fr="ce service n’est pas sur votre ordinateur. Si vos règles permettent d’y envoyer le "
            "texte dé-identifié, nommez son hôte avec --allow-host.",
        )
    return Machine(service, url.rstrip("/"), model)


def _not_an_address() -> WrongUsageError:
    return WrongUsageError(
        "--machine",
        en="not the address of a service. Write it as http://127.0.0.1:5000.",
        fr="n’est pas l’adresse d’un service. Écrivez-la comme http://127.0.0.1:5000.",
    )


def _is_here(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def translated(work: Work, by: Machine, post: Post) -> Work:
    """Return the work with the machine's words where a target is missing, each to be reviewed.

    ``post`` sends bytes to an address and returns the answer. An answer that loses a sign of its
    source, or is empty, is left out.

    Raises MachineError.
    """
    asked = tuple(dict.fromkeys(u.source for u in work.units if not u.target.strip()))
    size = _TOGETHER if by.service is Service.LIBRETRANSLATE else 1
    groups = (asked[start : start + size] for start in range(0, len(asked), size))
    said = {
        source: answer.strip()
        for group in groups
        for source, answer in zip(group, _answers(group, work, by, post), strict=True)
        if answer.strip() and kept(source, answer.strip())
    }
    units = tuple(
        unit
        if unit.target.strip() or unit.source not in said
        else replace(unit, target=said[unit.source], state=TextStatus.NEEDS_REVIEW, origin=MACHINE)
        for unit in work.units
    )
    return replace(work, units=units)


def _answers(group: Sequence[str], work: Work, by: Machine, post: Post) -> tuple[str, ...]:
    path, question = _question(group, work, by)
    data = post(f"{by.url}{path}", json.dumps(question, ensure_ascii=False).encode())
    try:
        found = tuple(_said(json.loads(data), by.service))
    except (ValueError, LookupError, TypeError):
        found = ()
    if len(found) != len(group) or not all(isinstance(each, str) for each in found):
        raise MachineError(
            "--machine",
            en="the service does not answer as its kind does. Check --service and the address.",
            fr="le service ne répond pas comme ceux de son type. Vérifiez --service et l’adresse.",
        )
    return found


def _question(group: Sequence[str], work: Work, by: Machine) -> tuple[str, dict[str, Any]]:
    if by.service is Service.LIBRETRANSLATE:
        langs = {"source": work.source.value, "target": work.target.value}
        return "/translate", {"q": list(group), **langs, "format": "text"}
    task = _TASK.format(source=_NAMES[work.source], target=_NAMES[work.target])
    messages = [{"role": "system", "content": task}, {"role": "user", "content": group[0]}]
    version = "" if by.url.endswith("/v1") else "/v1"
    return f"{version}/chat/completions", {
        "model": by.model,
        "temperature": 0,
        "messages": messages,
    }


def _said(answer: Any, service: Service) -> Iterator[str]:  # noqa: ANN401 - what JSON holds
    if service is Service.OPENAI:
        yield answer["choices"][0]["message"]["content"]
    elif isinstance(answer["translatedText"], list):
        yield from answer["translatedText"]
