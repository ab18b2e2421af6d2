import pytest

from generator import resources
from generator.errors import MissingResourceError


def test_a_bundled_file_is_found_by_its_parts():
    assert resources.path("templates", "fonts").is_dir()
    assert resources.text("samples", "README.md")


@pytest.mark.parametrize(
    "parts", [("templates", "nothing"), ("templates", ".."), ("..",), ("a/b",)]
)
def test_what_is_not_bundled_is_refused(parts):
    with pytest.raises(MissingResourceError, match="not in this installation"):
        resources.path(*parts)


def test_a_folder_has_no_bytes():
    with pytest.raises(MissingResourceError):
        resources.data("templates")
