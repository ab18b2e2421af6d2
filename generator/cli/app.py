"""The commands and their options; each one's work is imported when it is called.

Options arrive as text and are read in ``options``. Scripts rely on the names here: add to them,
never change them.
"""

from typing import Annotated

import typer

from generator.cli import terms, translate

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,  # plain help starts three times as fast
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)

app.add_typer(translate.app, name="translate")
app.add_typer(terms.app, name="terms")

Lang = Annotated[
    str | None, typer.Option(metavar="fr|en", help="Language of the text; found when not given.")
]
Policy = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="pseudonymise, generalise, redact, initials or codes; the profile's when not given.",
    ),
]
KeyFile = Annotated[
    str | None, typer.Option(metavar="F", help="Key file of the team; your own when not given.")
]
ShiftDays = Annotated[
    str | None,
    typer.Option(metavar="N", help="Move dates by N days instead of the patient's own offset."),
]
Patient = Annotated[
    str | None,
    typer.Option(metavar="ID", help="Local code of the patient: same code, same offset."),
]
ShowText = Annotated[
    bool, typer.Option("--show-text", help="Show the text itself, names included.")
]
Json = Annotated[bool, typer.Option("--json", help="One JSON object a line.")]


def _version(*, asked: bool) -> None:
    if asked:
        from generator import __version__  # noqa: PLC0415 - each command imports what it needs

        typer.echo(f"casepress {__version__}")
        raise typer.Exit


@app.callback()
def casepress(
    *,
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            is_eager=True,
            callback=lambda asked: _version(asked=asked),
            help="Show the version.",
        ),
    ] = False,
) -> None:
    """Turn a clinical case into publications that name nobody, in French and English.

    Transforme un cas clinique en publications qui ne nomment personne, en français et en anglais.

    \b
    Start here / Pour commencer :
      casepress init -o case.yaml        a case file to fill in
      casepress build case.yaml          six de-identified reports in ./out
    """
    del version


@app.command()
def build(  # noqa: PLR0913 - one argument for each option
    cases: Annotated[
        list[str],
        typer.Argument(metavar="CASE", help="Case file (YAML, JSON) or narrative (.txt, .md)."),
    ],
    *,
    profile: Annotated[
        str, typer.Option(metavar="NAME", help="report, journal, teaching or sharing.")
    ] = "report",
    policy: Policy = None,
    lang: Annotated[
        str,
        typer.Option(
            metavar="LIST",
            help="fr, fr-CA, fr-CH, en, en-GB, en-US, both, or one of each: fr-CA,en-US.",
        ),
    ] = "both",
    format_: Annotated[
        str, typer.Option("--format", metavar="LIST", help="html, pdf or both.")
    ] = "html,pdf",
    out: Annotated[str, typer.Option(metavar="DIR", help="Folder to write into.")] = "./out",
    key_file: KeyFile = None,
    shift_days: ShiftDays = None,
    patient: Patient = None,
) -> int:
    """Publish de-identified case reports as HTML and PDF.

    Publie des rapports de cas dé-identifiés en HTML et en PDF.

    Writes NAME.fr, NAME.en and NAME.bilingual, and NAME.audit.json, which is private. NAME is the
    case's slug, else a code; never the name of the input.

    \b
    Examples / Exemples :
      casepress build case.yaml
      casepress build case.yaml --profile journal --lang en --format pdf
      casepress build letter.txt --out reports
    """
    from generator.cli.build import build as work  # noqa: PLC0415

    return work(
        cases,
        profile=profile,
        policy=policy,
        lang=lang,
        formats=format_,
        out=out,
        key_file=key_file,
        shift_days=shift_days,
        patient=patient,
    )


@app.command("import")
def import_(
    narrative: Annotated[str, typer.Argument(metavar="NARRATIVE", help="A text, .txt or .md.")],
    lang: Lang = None,
    output: Annotated[
        str | None,
        typer.Option(
            "-o",
            "--output",
            metavar="CASE.yaml",
            help="File to write; standard output when not given.",
        ),
    ] = None,
) -> None:
    """Turn a narrative into a case file to review.

    Transforme un récit en fichier de cas, dont les faits sont des propositions à relire.

    \b
    Example / Exemple :
      casepress import letter.txt -o case.yaml
    """
    from generator.cli.files import import_narrative  # noqa: PLC0415

    import_narrative(narrative, lang=lang, output=output)


@app.command()
def scan(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH", help="Texts, .jsonl files or folders.")
    ],
    *,
    lang: Lang = None,
    json: Json = False,
    all_: Annotated[bool, typer.Option("--all", help="Also what the policy keeps.")] = False,
    show_text: ShowText = False,
) -> None:
    """Say where identifiers stand in texts; change nothing.

    Indique où se trouvent les identifiants dans des textes, sans rien changer.

    Offsets count code points of the text without byte order mark; end is exclusive. A line
    {"id", "text", "lang"} of a .jsonl file gives {"id", "spans": [[start, end, category], ...]}.

    \b
    Examples / Exemples :
      casepress scan letter.txt
      casepress scan letters/ --json
    """
    from generator.cli.scan import scan as work  # noqa: PLC0415

    work(paths, lang=lang, json=json, everything=all_, show_text=show_text)


@app.command()
def evaluate(
    paths: Annotated[
        list[str], typer.Argument(metavar="GOLD.jsonl", help="Texts that somebody marked.")
    ],
    *,
    lang: Lang = None,
    json: Json = False,
    worst: Annotated[
        str, typer.Option(metavar="N", help="How many leaks and needless finds to list.")
    ] = "20",
    show_text: ShowText = False,
) -> None:
    """Score detection on marked texts: precision, recall, leaks.

    Mesure la détection sur des textes annotés : précision, rappel, fuites.

    Each line is {"id", "text", "lang", "spans": [[start, end, label], ...]}; labels are free.
    Leak is the share of the marked letters and digits that nothing covers.

    \b
    Examples / Exemples :
      casepress evaluate gold.jsonl
      casepress evaluate gold.jsonl --worst 50 --show-text
    """
    from generator.cli.evaluate import evaluation as work  # noqa: PLC0415

    work(paths, lang=lang, json=json, worst=worst, show_text=show_text)


@app.command()
def anonymize(
    path: Annotated[
        str, typer.Argument(metavar="PATH", help="A text, a case file or a .jsonl file.")
    ],
    lang: Lang = None,
    policy: Policy = None,
    shift_days: ShiftDays = None,
    key_file: KeyFile = None,
    patient: Patient = None,
    output: Annotated[
        str | None,
        typer.Option(
            "-o", "--output", metavar="OUT", help="File to write; standard output when not given."
        ),
    ] = None,
) -> None:
    """Replace identifiers in a text, case or .jsonl file.

    Rend un texte, un cas ou un fichier .jsonl, dates décalées et identifiants remplacés.

    \b
    Examples / Exemples :
      casepress anonymize letter.txt -o letter.anonymous.txt
      casepress anonymize case.yaml --policy generalise -o case.anonymous.yaml
      casepress anonymize notes.jsonl -o notes.anonymous.jsonl
    """
    from generator.cli.anonymize import anonymize as work  # noqa: PLC0415

    work(
        path,
        lang=lang,
        policy=policy,
        shift_days=shift_days,
        key_file=key_file,
        patient=patient,
        output=output,
    )


@app.command()
def check(
    case: Annotated[str, typer.Argument(metavar="CASE", help="Case file or narrative.")],
    *,
    json: Json = False,
    show_text: ShowText = False,
) -> int:
    """Check a case: complete (CARE), consistent.

    Vérifie un cas : ce qu’un rapport de cas demande (CARE), et s’il se contredit.

    Exit code 1 where something has to be corrected, 0 where there are only warnings.

    \b
    Example / Exemple :
      casepress check case.yaml
    """
    from generator.cli.check import check as work  # noqa: PLC0415

    return work(case, json=json, show_text=show_text)


@app.command()
def verify(
    paths: Annotated[list[str], typer.Argument(metavar="PATH", help="Finished files or folders.")],
    *,
    against: Annotated[
        str, typer.Option(metavar="CASE", help="The original case they were made from.")
    ],
    lang: Lang = None,
    show_text: ShowText = False,
) -> int:
    """Look in finished files for original values of a case.

    Cherche dans des fichiers finis des valeurs d’origine d’un cas.

    Exit code 3 and the places where one is found. It cannot recognise a name that detection
    missed.

    \b
    Example / Exemple :
      casepress verify out/ --against case.yaml
    """
    from generator.cli.verify import verify as work  # noqa: PLC0415

    return work(paths, against, lang=lang, show_text=show_text)


@app.command()
def schema() -> None:
    """Print the JSON Schema of a case file.

    Affiche le schéma JSON d’un fichier de cas.

    \b
    Example / Exemple :
      casepress schema > case.schema.json
    """
    from generator.cli.files import print_schema  # noqa: PLC0415

    print_schema()


@app.command()
def doctor() -> int:
    """Check the installation and say what to do.

    Vérifie Python, bibliothèques, polices, clé et dossier, et dit que faire.

    \b
    Example / Exemple :
      casepress doctor
    """
    from generator.cli.doctor import doctor as work  # noqa: PLC0415

    return work()


@app.command()
def init(
    output: Annotated[
        str | None,
        typer.Option(
            "-o",
            "--output",
            metavar="CASE.yaml",
            help="File to write; standard output when not given.",
        ),
    ] = None,
) -> None:
    """Write a commented case file to fill in.

    Écrit un fichier de cas commenté, à remplir.

    \b
    Example / Exemple :
      casepress init -o case.yaml
    """
    from generator.cli.files import init as work  # noqa: PLC0415

    work(output)


@app.command()
def key(key_file: KeyFile = None) -> None:
    """Make the key, or say where it is; its secret is never shown.

    Crée la clé, ou dit où elle est ; son secret n’est jamais montré.

    \b
    Example / Exemple :
      casepress key
    """
    from generator.cli.files import make_key  # noqa: PLC0415

    make_key(key_file)
