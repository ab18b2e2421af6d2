from pathlib import Path

from anonymizer.phi import Phi
from anonymizer.record import table

from generator.case.model import Case

TABLE = Path(__file__).with_name("categories.txt")


def test_every_field_of_a_case_has_the_category_that_was_agreed():
    agreed = dict(line.split() for line in TABLE.read_text("utf-8").splitlines())
    assert {path: str(phi) for path, phi in table(Case).items()} == agreed


def test_free_text_is_always_searched():
    free = [path for path in table(Case) if path.endswith((".fr", ".en"))]
    searched = {Phi.NARRATIVE, Phi.NONE, Phi.PROFESSION, Phi.NATIONALITY}
    assert {table(Case)[path] for path in free} <= searched
    assert table(Case)["narrative[].text.fr"] is Phi.NARRATIVE
