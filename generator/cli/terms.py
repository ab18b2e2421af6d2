"""The commands of ``casepress terms`` and their options."""

from typing import Annotated

import typer

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Add your own tables of terms to those of casepress, which count first.\n\n"
    "Ajoute vos tables de termes à celles de casepress, qui passent d’abord.",
)


@app.command()
def add(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="Columns fr, tab, en; or a Babelon profile (HPO).")
    ],
    *,
    name: Annotated[
        str | None,
        typer.Option("--as", metavar="NAME", help="Its name; the file's when not given."),
    ] = None,
) -> None:
    """Add a table of terms, or replace the one of that name.

    Ajoute une table de termes, ou remplace celle de ce nom.

    A table has the columns fr and en; | parts synonyms, of which the first is printed. Of a Babelon
    profile the reviewed labels and exact synonyms are taken.

    \b
    Examples / Exemples :
      casepress terms add ward.tsv
      casepress terms add hp-fr.babelon.tsv --as hpo
    """
    from generator.cli.tables import add as work  # noqa: PLC0415

    work(file, name)


@app.command("list")
def list_() -> None:
    """List your tables with their number of terms.

    Liste vos tables, avec leur nombre de termes.

    \b
    Example / Exemple :
      casepress terms list
    """
    from generator.cli.tables import listed  # noqa: PLC0415

    listed()


@app.command()
def remove(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Name of the table, as listed.")],
) -> None:
    """Remove a table of yours.

    Retire une de vos tables.

    \b
    Example / Exemple :
      casepress terms remove hpo
    """
    from generator.cli.tables import remove as work  # noqa: PLC0415

    work(name)
