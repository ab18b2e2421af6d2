"""``casepress build``: publish each case, go on where one fails, and say which one did."""

import os
from collections import Counter
from dataclasses import replace
from pathlib import Path

from anonymizer.phi import Lang
from anonymizer.policy import PolicyName

from generator.cli import options
from generator.cli.progress import Bar
from generator.cli.shell import DONE, failed, today
from generator.cli.words import complain, here, printable, show
from generator.errors import CaseNameError
from generator.keyfile import HeldKey, held
from generator.publish import Edition, Prepared, Published, names, policy_of, prepare, publish
from generator.stage import check_writable

_FORMATS = ("html", "pdf")


def build(  # noqa: PLR0913 - one argument for each option of the command
    cases: list[str],
    *,
    profile: str,
    policy: str | None,
    lang: str,
    formats: str,
    out: str,
    key_file: str | None,
    shift_days: str | None,
    patient: str | None,
) -> int:
    """Publish each case into ``out`` and return the gravest of their exit codes."""
    edition = _edition(profile, policy, lang, formats, shift_days)
    code = options.patient(patient)
    folder = options.path(out) or Path()
    check_writable(folder)
    key = held(options.path(key_file), os.environ)
    read = [_prepared(Path(case), key, code, edition) for case in dict.fromkeys(cases)]
    ready = [_alone(each, read) if isinstance(each, Prepared) else each for each in read]
    codes = [each for each in ready if isinstance(each, int)]
    todo = [each for each in ready if isinstance(each, Prepared)]
    with Bar(total=len(todo) * (len(names("", edition)) + 2)) as bar:
        for each in todo:
            done = _published(each, edition, key, folder, bar)
            if isinstance(done, int):
                codes.append(done)
            else:
                key = replace(key, fresh=False)
                _tell(each.path, done)
    return max(codes, default=DONE)


def _edition(
    profile: str, policy: str | None, lang: str, formats: str, shift_days: str | None
) -> Edition:
    from generator.report.model import Layout, Profile  # noqa: PLC0415 - after cheap refusals

    chosen = options.one("--profile", profile, Profile)
    locales = options.locales(lang)
    layouts = tuple(Layout) if len(locales) > 1 else (Layout(locales[0].lang.value),)
    return Edition(
        profile=chosen,
        policy=options.one("--policy", policy, PolicyName) if policy else policy_of(chosen),
        layouts=layouts,
        locales=locales,
        formats=options.many("--format", formats, _FORMATS),
        today=today(),
        days=options.days(shift_days),
    )


def _prepared(path: Path, key: HeldKey, code: str | None, edition: Edition) -> Prepared | int:
    hint = Lang(edition.layouts[0]) if len(edition.layouts) == 1 else None
    try:
        return prepare(path, key.key, code, hint)
    except Exception as error:  # noqa: BLE001 - one broken case must not stop the others
        return failed(error, str(path))


def _alone(prepared: Prepared, every: list[Prepared | int]) -> Prepared | int:
    """Return the case, unless another one of this run would overwrite its files."""
    taken = Counter(each.name.casefold() for each in every if isinstance(each, Prepared))
    if taken[prepared.name.casefold()] == 1:
        return prepared
    error = CaseNameError(
        "slug",
        en="two cases of this run have the same public name. Give each its own slug.",
        fr="deux cas de cette commande ont le même nom public. Donnez à chacun son slug.",
    )
    return failed(error, str(prepared.path))


def _published(
    prepared: Prepared, edition: Edition, key: HeldKey, folder: Path, bar: Bar
) -> Published | int:
    try:
        return publish(prepared, edition, key, folder, bar.step)
    except Exception as error:  # noqa: BLE001 - one broken case must not stop the others
        return failed(error, str(prepared.path))


def _tell(path: Path, done: Published) -> None:
    """Print the written files on standard output, what has to be known on standard error."""
    colon = "\N{NO-BREAK SPACE}: " if here() is Lang.FR else ": "
    for notice in done.notices:
        complain(f"{path}{colon}{notice.told(here())}")
    for file in done.files:
        show(printable(str(file)))
