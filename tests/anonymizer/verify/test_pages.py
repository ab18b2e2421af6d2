"""Text as a PDF page gives it back: rejoined words, and cells of a table that run together."""

from dataclasses import replace

import pytest
from weasyprint import HTML


def page(body):
    html = f"<html lang='en'><style>@page{{size:60mm 90mm}}</style><body>{body}</body></html>"
    return {"case.en.pdf": HTML(string=html).write_pdf()}


def test_a_number_beside_a_month_in_the_next_cell_is_no_date(leaks):
    assert not leaks(page("<table><tr><td>1st</td><td>November 2020</td></tr></table>"))


def test_a_day_of_the_source_beside_a_cell_is_still_a_leak(leaks):
    assert leaks(page("<table><tr><td>1st</td><td>29 June 2021</td></tr></table>"))


@pytest.mark.parametrize("width", range(24, 44, 4))
def test_an_address_broken_at_its_hyphen_is_the_one_that_was_issued(leaks, provenance, width):
    body = f"<p style='width:{width}mm;overflow-wrap:anywhere'>s.rochard-lemercier@example.org</p>"
    given = replace(provenance, issued=("s.rochard-lemercier@example.org",))
    assert not leaks(page(body), given)
