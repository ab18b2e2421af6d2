"""Send de-identified sentences to the one service that the user named; the only way out."""

from http.client import HTTPException
from typing import Final
from urllib.request import HTTPRedirectHandler, ProxyHandler, Request, build_opener

from generator.translate.machine import MachineError

_ANSWER_BYTES: Final = 5_000_000
_SECONDS: Final = 120


class _NoRedirects(HTTPRedirectHandler):
    """Follows no redirection: the text goes where the user said, or nowhere."""

    def redirect_request(self, *_: object) -> None:
        """Refuse it."""


def post(url: str, data: bytes) -> bytes:
    """Return what a service answers; asked once, past every proxy, with a time limit.

    Raises MachineError.
    """
    request = Request(  # noqa: S310 - http or https, as the reader of --machine has checked
        url, data, {"Content-Type": "application/json"}, method="POST"
    )
    try:
        with build_opener(ProxyHandler({}), _NoRedirects()).open(request, timeout=_SECONDS) as said:
            answer: bytes = said.read(_ANSWER_BYTES + 1)
    except (OSError, HTTPException):
        raise MachineError(
            "--machine",
            en="the service cannot be reached, or refuses the request. Check that it runs, and its "
            "address.",
            fr="le service est injoignable, ou refuse la demande. Vérifiez qu’il fonctionne, et "
            "son adresse.",
        ) from None
    if len(answer) > _ANSWER_BYTES:
        raise MachineError(
            "--machine",
            en="the service answers more than any translation holds. Check its address.",
            fr="le service répond plus long que toute traduction. Vérifiez son adresse.",
        )
    return answer
