import io
import time

from generator.cli.progress import Bar


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_nothing_is_drawn_where_nobody_looks(capsys):
    with Bar(total=2, patience=0) as bar:
        bar.step("one")
        bar.step("two")
    assert capsys.readouterr().err == ""


def test_short_work_draws_nothing_even_to_a_terminal(monkeypatch):
    screen = Terminal()
    monkeypatch.setattr("sys.stderr", screen)
    with Bar(total=1) as bar:
        bar.step("one")
    assert screen.getvalue() == ""


def test_long_work_shows_its_step_to_a_terminal_and_takes_it_away(monkeypatch):
    screen = Terminal()
    monkeypatch.setattr("sys.stderr", screen)
    monkeypatch.setenv("TERM", "xterm")
    with Bar(total=2, patience=0) as bar:
        bar.step("rendering")
        until = time.monotonic() + 5
        while "rendering" not in screen.getvalue() and time.monotonic() < until:
            bar.step("rendering")
    assert "rendering" in screen.getvalue()
