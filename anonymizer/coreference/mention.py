"""A mention: one identifier as a field or a narrative writes it."""

from dataclasses import dataclass, field

from anonymizer.phi import PEOPLE, Lang, Part, Phi


@dataclass(frozen=True, slots=True)
class Mentioned:
    """One identifier as written, without its title or label.

    ``gender`` is "female", "male" or "", from the record or from the words around it. ``owner`` is
    the path of the record ("patient", "clinicians[0]") when a field of its own holds the value,
    "" when a narrative does. ``titled`` says that Mme, Mr or the like stands before it.
    """

    text: str = field(repr=False)
    category: Phi
    lang: Lang
    kind: str = ""
    part: Part | None = None
    gender: str = ""
    owner: str = ""
    titled: bool = False

    @property
    def of_a_person(self) -> bool:
        """Tell whether a person is named here."""
        return self.category in PEOPLE
