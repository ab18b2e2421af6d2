import pytest


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("écrire à quelqu.un@hopital.example", "e-mail not issued"),
        ("joindre le 01 45 67 89 10", "phone not issued"),
        ("joindre le 01.45.67.89.10", "phone not issued"),
        ("tél : +33 1 45 67 89 10", "phone not issued"),
        ("call 020 7555 1234", "phone not issued"),
        ("call (555) 234-5678", "phone not issued"),
        ("n° 1 84 12 76 451 089 46", "national number not issued"),
        ("n° 1841276451089", "national number not issued"),
        ("vue par le Dr Quévenard", "titled name not issued"),
        ("vue par le Dr. J.-M. Quévenard", "titled name not issued"),
        ("vue par le docteur\nQuévenard", "titled name not issued"),
        ("Mme QUÉVENARD est revenue", "titled name not issued"),
        ("M. Quévenard est revenu", "titled name not issued"),
        ("seen by Professor Quevenard", "titled name not issued"),
    ],
)
def test_what_nobody_issued_is_a_leak(text, rule, leaks):
    assert rule in {leak.rule for leak in leaks(text)}


@pytest.mark.parametrize(
    "text",
    [
        "écrire à s.rochard@example.org",
        "joindre le 01 99 00 12 34, +33 1 99 00 12 34",
        "vue par le Dr Lemercier, puis par Mme Sabine ROCHARD",
        "maladie de M. Parkinson décrite ; Dr Parkinson",
        "M. D. va bien ; M. tuberculosis, S. aureus",
        "MIB-1 à 40 %, Mme suivie, le M Bq, MSH2",
        "plaquettes 250 300 4000, 12 345 678 copies, 0,1234567890",
        "NCT02788279, doi:10.1093/jamia/ocw001, ORCID 0000-0002-1825-0097",
        "ISBN 978-2-294-76543-1, 2021-05-18",
        "le docteur a revu la patiente",
        "Pr 80 %, RE 90 %",
    ],
)
def test_clinical_text_and_issued_values_are_none(text, leaks):
    assert leaks(text) == ()
