"""Coreference: which mentions of a case speak of one person."""

from anonymizer.coreference.mended import read_names
from anonymizer.coreference.mention import Mentioned
from anonymizer.coreference.names import Name, Piece
from anonymizer.coreference.persons import Person, group, persons

__all__ = ["Mentioned", "Name", "Person", "Piece", "group", "persons", "read_names"]
