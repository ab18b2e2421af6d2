"""The command line: ``casepress``."""

__all__ = ["main"]


def main() -> None:
    """Run the command line and leave with its exit code."""
    import logging  # noqa: PLC0415 - a bare import of the package stays cheap
    import sys  # noqa: PLC0415 - likewise
    import warnings  # noqa: PLC0415 - likewise

    from generator.cli.shell import run  # noqa: PLC0415 - likewise

    # what libraries log or warn of may quote a record: only our own sentences reach the user
    logging.disable(logging.CRITICAL)
    if not sys.warnoptions:
        warnings.simplefilter("ignore")
    sys.exit(run(sys.argv[1:]))
