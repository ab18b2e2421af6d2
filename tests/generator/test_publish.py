import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from PIL import Image

from anonymizer.audit import Notice
from anonymizer.errors import RefusalError
from anonymizer.key import Key
from anonymizer.policy import PolicyName

import generator.publish as publishing
from generator.case.model import Case
from generator.errors import (
    CaseNameError,
    FigureError,
    KeyFileError,
    LeakFoundError,
    RefusedPublicationError,
    UnknownLanguageError,
    UnwritableOutputError,
)
from generator.keyfile import HeldKey, keep, make
from generator.naming import public_name
from generator.publish import Edition, names, policy_of, prepare, publish
from generator.report.model import Layout, Profile

KEY = Key(bytes(range(32)))
CASE = """\
id: local-17
slug: fievre
language: fr
index_event: 2021-05-04
title: {fr: Une fièvre prolongée, en: A prolonged fever}
patient: {given: Hyacinthe, family: Quatrefeuilles, sex: female, birth_date: 1967-02-03}
events:
  - {date: 2021-05-04, kind: encounter, text: {fr: Première consultation., en: First visit.}}
narrative:
  - kind: history
    text:
      fr: Mme Quatrefeuilles a été vue le 4 mai 2021 pour une fièvre.
      en: Mrs Quatrefeuilles was seen on 4 May 2021 for a fever.
"""


def edition(**changes: object) -> Edition:
    usual = Edition(
        profile=Profile.REPORT,
        policy=PolicyName.PSEUDONYMISE,
        layouts=tuple(Layout),
        formats=("html",),
        today=date(2026, 1, 5),
    )
    return replace(usual, **changes)


@pytest.fixture
def case(tmp_path) -> Path:
    path = tmp_path / "Quatrefeuilles.yaml"
    path.write_text(CASE, encoding="utf-8")
    return path


@pytest.fixture
def key(tmp_path) -> HeldKey:
    made = HeldKey(KEY, tmp_path / "key", fresh=True)
    keep(made)
    return replace(made, fresh=False)


@pytest.fixture
def build(case, key, tmp_path) -> Callable[..., publishing.Published]:
    def publishes(path: Path = case, held: HeldKey = key, **changes: object):
        return publish(prepare(path, held.key), edition(**changes), held, tmp_path / "out")

    return publishes


def test_one_case_becomes_its_files_and_the_audit(build, tmp_path):
    done = build()
    assert [path.name for path in done.files] == [
        "fievre.fr.html",
        "fievre.en.html",
        "fievre.bilingual.html",
        "fievre.audit.json",
    ]
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted(
        path.name for path in done.files
    )


def test_the_two_files_in_one_language_name_each_other(build):
    french, english, both, _ = (path.read_text("utf-8") for path in build().files)
    assert '<link rel="alternate" hreflang="en" href="fievre.en.html">' in french
    assert 'href="fievre.fr.html"' in english
    assert "fievre." not in both


def test_a_file_alone_names_no_other(build):
    french, _ = build(layouts=(Layout.FR, Layout.BILINGUAL)).files[::2]
    assert "fievre.en" not in french.read_text("utf-8")


def test_no_file_names_the_patient_nor_the_day(build):
    for path in build().files:
        text = path.read_text("utf-8")
        for original in ("Quatrefeuilles", "Hyacinthe", "4 mai 2021", "4 May 2021", "2021-05-04"):
            assert original not in text
        assert "local-17" not in text


def test_the_audit_is_private_and_holds_the_sum_of_each_file_and_no_value(build):
    *reports, audit = build().files
    content = json.loads(audit.read_text("utf-8"))
    assert audit.stat().st_mode & 0o777 == 0o600
    assert content["files"] == [
        {"name": path.name, "sha256": sha256(path.read_bytes()).hexdigest()} for path in reports
    ]
    assert {tuple(sorted(entry)) for entry in content["entries"]} <= {
        ("category", "end", "path", "start", "treatment"),
        ("category", "path", "treatment"),
    }
    assert (content["policy"], content["profile"]) == ("pseudonymise", "report")


def test_the_same_input_and_key_give_the_same_bytes(build):
    first = {path.name: path.read_bytes() for path in build().files}
    assert {path.name: path.read_bytes() for path in build().files} == first


def test_a_case_without_slug_is_named_by_a_code_that_depends_on_key_and_patient(case):
    read = prepare(case, KEY).case
    bare = replace(read, slug=None)
    code = public_name(bare, KEY, "local-17")
    assert code.startswith("case-")
    assert len(code) == len("case-") + 8
    assert public_name(bare, KEY, "local-18") != code
    assert public_name(bare, Key(bytes(32)), "local-17") != code


@pytest.mark.parametrize(
    "slug",
    ["", "A", "../x", "a/b", "a b", ".a", "a.", "-a", "é", "con", "nul.txt", "a" * 81, "a\n"],
)
def test_a_slug_that_is_no_safe_name_is_refused(slug):
    with pytest.raises(CaseNameError, match="slug: cannot name a file"):
        public_name(Case(slug=slug), KEY, "p")


def test_a_leak_is_refused_and_nothing_is_written(build, tmp_path, monkeypatch):
    from generator.render import html as page  # noqa: PLC0415 - patched here

    honest = page.html
    monkeypatch.setattr(
        page, "html", lambda *args: honest(*args).replace(b"</main>", b"Quatrefeuilles</main>")
    )
    with pytest.raises(LeakFoundError, match=r"fievre\.fr\.html") as refused:
        build(held=make(tmp_path / "made" / "key"))
    assert "Quatrefeuilles" not in str(refused.value)
    assert not (tmp_path / "out").exists()
    assert not (tmp_path / "made").exists()


def test_a_name_in_the_slug_is_refused(case, build, tmp_path):
    case.write_text(CASE.replace("slug: fievre", "slug: quatrefeuilles-fievre"), encoding="utf-8")
    with pytest.raises(RefusalError) as refused:
        build()
    assert "uatrefeuilles" not in str(refused.value)
    assert not (tmp_path / "out").exists()


def test_a_new_key_is_written_once_verification_has_passed(build, tmp_path):
    build(held=make(tmp_path / "made" / "key"))
    assert (tmp_path / "made" / "key").stat().st_mode & 0o777 == 0o600


def test_a_key_that_cannot_be_kept_stops_the_publication(build, tmp_path):
    (tmp_path / "made").write_text("x")
    with pytest.raises(KeyFileError):
        build(held=make(tmp_path / "made" / "key"))
    assert not (tmp_path / "out").exists()


def test_an_output_that_cannot_be_written_is_refused_before_any_work(build, tmp_path, monkeypatch):
    monkeypatch.setattr(publishing, "_rendered", lambda *_: pytest.fail("worked"))
    (tmp_path / "out").write_text("x")
    with pytest.raises(UnwritableOutputError):
        build()


def test_a_figure_without_review_is_refused_and_a_reviewed_one_is_published(case, build, tmp_path):
    Image.new("RGB", (40, 30), "white").save(tmp_path / "ct.png")
    figure = (
        "figures:\n  - file: ct.png\n    caption: {fr: Scanner., en: CT.}\n"
        "    alt: {fr: Coupe., en: Slice.}\n"
    )
    case.write_text(CASE + figure, encoding="utf-8")
    with pytest.raises(FigureError, match="pixel review"):
        build()
    review = "    review: {burnt_in: none, reviewer: A. B., date: 2021-06-01}\n"
    case.write_text(CASE + figure + review, encoding="utf-8")
    html = build().files[0].read_text("utf-8")
    assert "data:image/png;base64," in html
    assert "A. B." not in html


@pytest.mark.parametrize("profile", list(Profile))
def test_journal_and_sharing_refuse_a_date_that_cannot_be_read(profile, case, build):
    unread = CASE.replace("pour une fièvre", "puis le 31/02/2021")
    unread = unread.replace("for a fever", "then on 31/02/2021")
    case.write_text(unread, encoding="utf-8")
    if profile in {Profile.JOURNAL, Profile.SHARING}:
        with pytest.raises(RefusedPublicationError, match=r"narrative\[0\]\.text\.fr"):
            build(profile=profile)
    else:
        done = build(profile=profile)
        assert "unreadable-date" in {notice.code for notice in done.notices}
        assert "31/02/2021" not in done.files[0].read_text("utf-8")


def test_each_profile_has_its_policy():
    assert {profile: policy_of(profile) for profile in Profile} == {
        Profile.REPORT: PolicyName.PSEUDONYMISE,
        Profile.JOURNAL: PolicyName.GENERALISE,
        Profile.TEACHING: PolicyName.PSEUDONYMISE,
        Profile.SHARING: PolicyName.CODES,
    }


def test_a_narrative_takes_the_language_asked_only_where_it_does_not_show_its_own(tmp_path):
    path = tmp_path / "note.txt"
    path.write_text("Vue pour une fièvre depuis trois jours, sans autre plainte.")
    assert prepare(path, KEY, lang=Layout.EN).case.language == "fr"
    path.write_text("RAS.")
    with pytest.raises(UnknownLanguageError):
        prepare(path, KEY)


def test_a_narrative_has_the_same_code_whatever_its_line_ends_and_another_for_another_text(
    tmp_path,
):
    path = tmp_path / "note.txt"
    codes = []
    for text in (
        "Vue pour une fièvre.\nSortie.",
        "Vue pour une fièvre.\r\nSortie.",
        "Vue pour une toux.",
    ):
        path.write_text(text, newline="")
        codes.append(prepare(path, KEY, lang=Layout.FR).patient)
    assert codes[0] == codes[1] != codes[2]
    assert prepare(path, KEY, "p").patient == "p"


def test_the_names_of_all_files_are_known_before_any_work():
    assert names("a", edition(layouts=(Layout.FR,), formats=("html", "pdf"))) == (
        "a.fr.html",
        "a.fr.pdf",
        "a.audit.json",
    )


def test_nothing_of_a_case_is_in_the_repr_of_what_was_prepared(case):
    assert "Quatrefeuilles" not in repr(prepare(case, KEY)).replace(case.name, "")
    assert "local-17" not in repr(prepare(case, KEY))


def test_a_notice_is_told_in_its_place():
    assert Notice("c", "labs[0]", "look.", "regardez.").told("fr").startswith("labs[0]")
