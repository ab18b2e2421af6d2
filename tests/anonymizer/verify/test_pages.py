"""Text as a PDF page gives it back: rejoined words, and cells of a table that run together."""

from dataclasses import replace

import pytest
from weasyprint import HTML


def page(body):
    html = f"<html lang='en'><style>@page{{size:60mm 90mm}}</style><body>{body}</body></html>"
    return {"case.en.pdf": HTML(string=html).write_pdf()}


def test_a_number_beside_a_month_in_the_next_cell_is_no_date(leaks):
    assert not leaks(page("<table><tr><td>1st</td><td>November 2020</td></tr></table>"))


def test_a_compound_surrogate_broken_at_its_hyphen_is_the_one_that_was_issued(leaks, provenance):
    given = replace(provenance, issued=("Pereira-Blanchet",))
    body = "<p style='width:26mm'>Vue par le Dr PEREIRA-BLANCHET</p>"
    assert not leaks(page(body), given)
    assert leaks(page(body.replace("PEREIRA", "VASTIER")), given)


def test_the_end_of_an_issued_address_on_a_line_of_its_own_is_no_leak(leaks, provenance):
    given = replace(provenance, issued=("contact.0a0700@example.org",))
    assert not leaks(page("<p>contact.<br>0a0700@example.org</p>"), given)
    assert leaks(page("<p>secret.<br>9b0700@example.org</p>"), given)


def test_a_day_of_the_source_beside_a_cell_is_still_a_leak(leaks):
    assert leaks(page("<table><tr><td>1st</td><td>29 June 2021</td></tr></table>"))


@pytest.mark.parametrize("width", range(24, 44, 4))
def test_an_address_broken_at_its_hyphen_is_the_one_that_was_issued(leaks, provenance, width):
    body = f"<p style='width:{width}mm;overflow-wrap:anywhere'>s.rochard-lemercier@example.org</p>"
    given = replace(provenance, issued=("s.rochard-lemercier@example.org",))
    assert not leaks(page(body), given)
