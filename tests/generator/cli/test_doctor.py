from generator.cli import doctor


def test_the_doctor_finds_this_installation_well(casepress):
    told = casepress("doctor")
    assert told.code == 0, told.out
    assert told.out.count("\n") == len(doctor.CHECKS)
    assert f"{doctor.SPECIMEN} printed and read back" in told.out


def test_the_doctor_says_what_to_do_in_the_language_of_the_user(casepress, monkeypatch, own_home):
    path = own_home / "data" / "casepress" / "key"
    path.parent.mkdir(parents=True)
    path.write_text("x")
    path.chmod(0o644)
    monkeypatch.setattr(doctor, "CHECKS", (doctor.key,))
    told = casepress("doctor")
    assert told.code == 1
    assert told.out.startswith("to do  key: ")
    assert "chmod 600" in told.out
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    assert "à faire  clé\u00a0: " in casepress("doctor").out


def test_a_font_that_loses_letters_is_a_finding(monkeypatch):
    monkeypatch.setattr(doctor, "specimen", lambda: "?lise")
    assert not doctor.fonts().well


def test_a_missing_library_is_named(monkeypatch):
    monkeypatch.setattr(doctor, "LIBRARIES", ("jinja2", "no-such-library"))
    found = doctor.libraries()
    assert not found.well
    assert found.seen == "missing no-such-library"
