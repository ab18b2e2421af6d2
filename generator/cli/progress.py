"""A progress bar on standard error, for work that lasts over a second in front of a terminal."""

import sys
import threading
from contextlib import suppress
from types import TracebackType
from typing import TYPE_CHECKING, Final, Self

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

_PATIENCE_SECONDS: Final = 1.0


class Bar:
    """Counts steps; shows itself after a second, and only to a terminal."""

    def __init__(self, total: int | None = None, patience: float = _PATIENCE_SECONDS) -> None:
        """Take the number of steps to come, None where it is not known."""
        self._total = total
        self._done = 0
        self._words = ""
        self._lock = threading.Lock()
        self._shown: tuple[Progress, TaskID] | None = None
        self._over = False
        self._timer = threading.Timer(patience, self._show)
        self._timer.daemon = True

    def __enter__(self) -> Self:
        """Start the clock, where somebody looks."""
        if sys.stderr.isatty():
            self._timer.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Take the bar away."""
        self._timer.cancel()
        with self._lock:
            self._over = True
            if self._shown:
                self._shown[0].stop()

    def step(self, words: str = "") -> None:
        """Say that the step ``words`` begins."""
        with self._lock:
            self._words = words
            self._done += 1
            self._draw()

    def _draw(self) -> None:
        if self._shown:
            progress, task = self._shown
            progress.update(task, completed=self._done - 1, description=self._words)

    def _show(self) -> None:
        with suppress(OSError):
            from rich.console import Console  # noqa: PLC0415 - only where a bar is shown
            from rich.progress import Progress  # noqa: PLC0415 - likewise

            progress = Progress(console=Console(stderr=True), transient=True)
            with self._lock:
                if self._over:
                    return
                self._shown = progress, progress.add_task(self._words, total=self._total)
                progress.start()
                self._draw()
