"""The commands of ``casepress translate`` and their options."""

from typing import Annotated

import typer

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Give a case’s texts to a translator, who sees nobody’s name, and take them back.\n\n"
    "Confie les textes d’un cas à un traducteur, qui ne voit le nom de personne, et les reprend.",
)

Case = Annotated[str, typer.Argument(metavar="CASE", help="Case file (YAML, JSON).")]
Output = Annotated[
    str | None,
    typer.Option(
        "-o", "--output", metavar="OUT", help="File to write; standard output when not given."
    ),
]
Policy = Annotated[
    str | None, typer.Option(metavar="NAME", help="As for anonymize; pseudonymise when not given.")
]
ShiftDays = Annotated[
    str | None, typer.Option(metavar="N", help="Move dates by N days, as for anonymize.")
]
KeyFile = Annotated[
    str | None, typer.Option(metavar="F", help="Key file of the team; your own when not given.")
]
Patient = Annotated[
    str | None, typer.Option(metavar="ID", help="Local code of the patient; the case's id else.")
]


@app.command()
def export(  # noqa: PLR0913 - one argument for each option
    case: Case,
    *,
    lang: Annotated[
        str | None,
        typer.Option(metavar="fr|en", help="Language to translate into; the case's other one."),
    ] = None,
    memory: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="Earlier translations: TMX, XLIFF, or a folder of them."),
    ] = None,
    machine: Annotated[
        str | None,
        typer.Option(metavar="URL", help="Machine translation by this service, to be reviewed."),
    ] = None,
    service: Annotated[
        str, typer.Option(metavar="KIND", help="Kind of service: libretranslate or openai.")
    ] = "libretranslate",
    model: Annotated[
        str, typer.Option(metavar="NAME", help="Model that an openai service is to use.")
    ] = "default",
    allow_host: Annotated[
        list[str] | None,
        typer.Option(metavar="HOST", help="Send to this host, which is not your computer."),
    ] = None,
    policy: Policy = None,
    shift_days: ShiftDays = None,
    key_file: KeyFile = None,
    patient: Patient = None,
    output: Output = None,
) -> None:
    """Write the de-identified sentences of a case as XLIFF 1.2.

    Écrit les phrases dé-identifiées d’un cas en XLIFF 1.2, pour Weblate, OmegaT et autres.

    \b
    Examples / Exemples :
      casepress translate export case.yaml -o case.xlf
      casepress translate export case.yaml --memory earlier.tmx -o case.xlf
      casepress translate export case.yaml --machine http://127.0.0.1:5000 -o case.xlf
    """
    from generator.cli.translation import How, service_of  # noqa: PLC0415 - heavy
    from generator.cli.translation import export as work  # noqa: PLC0415 - likewise

    work(
        case,
        lang=lang,
        memory=memory,
        service=service_of(machine, service, model, allow_host or []),
        how=How(policy, shift_days, key_file, patient),
        output=output,
    )


@app.command("import")
def import_(
    case: Case,
    file: Annotated[str, typer.Argument(metavar="FILE.xlf", help="The translated file.")],
    *,
    policy: Policy = None,
    shift_days: ShiftDays = None,
    key_file: KeyFile = None,
    patient: Patient = None,
    output: Output = None,
) -> None:
    """Bring a translation back into its case.

    Reprend une traduction dans son cas.

    A case with identities gets its own names and dates back into the translation, which is
    refused where de-identifying it again does not give what was translated. A case that
    `anonymize` wrote stays de-identified. Give the same key and options as for export.

    \b
    Example / Exemple :
      casepress translate import case.yaml case.xlf -o case.translated.yaml
    """
    from generator.cli.translation import How, bring_back  # noqa: PLC0415 - heavy

    bring_back(case, file, how=How(policy, shift_days, key_file, patient), output=output)
