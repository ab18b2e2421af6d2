"""Errors of the generator, which reads cases and writes publications.

anonymizer.errors.RefusalError   base: where, what is wrong, what to do, in English and French
└─ GeneratorError
   ├─ WrongUsageError            a command line that cannot be obeyed (exit 2)
   ├─ LeakFoundError             an original value in a finished file (exit 3)
   ├─ UnreadableInputError       missing, a folder, not text, too large
   ├─ CaseFileError              a case file that does not say what the case model asks
   ├─ UnwritableOutputError      an output that cannot be written
   ├─ UnknownLanguageError       a text whose language cannot be told
   ├─ KeyFileError               a key file that is missing, open to others or in the way
   ├─ CaseNameError              a public name that two cases share, or that names no file
   ├─ FigureError                a figure that is missing, outside its folder or not reviewed
   ├─ RefusedPublicationError    a case that its profile does not publish
   ├─ PassageTooLargeError       a text longer than can be laid out
   ├─ RenderError                a page or picture that cannot be drawn
   └─ MissingResourceError       a template, font or sample that the installation lacks

No message ever holds a value of a record: paths, offsets and categories only.
"""

from anonymizer.errors import RefusalError


class GeneratorError(RefusalError):
    """Base of what the generator refuses."""


class WrongUsageError(GeneratorError):
    """The command line asks for something that does not exist or contradicts itself."""


class LeakFoundError(GeneratorError):
    """A finished file holds an original value, or cannot be shown not to; nothing is written."""


class UnreadableInputError(GeneratorError):
    """An input file is missing, is no regular file, is not text, or is too large."""


class CaseFileError(GeneratorError):
    """A case file is not written as YAML or JSON can be read, or does not fit the case model."""


class UnwritableOutputError(GeneratorError):
    """An output file or folder cannot be written."""


class UnknownLanguageError(GeneratorError):
    """The language of a text cannot be told, and none was given."""


class KeyFileError(GeneratorError):
    """A key file is missing, readable by others, or already there."""


class CaseNameError(GeneratorError):
    """Two cases share a public name, or a name cannot be that of a file."""


class FigureError(GeneratorError):
    """A figure is missing, outside the case's folder, too large, or was not reviewed."""


class RefusedPublicationError(GeneratorError):
    """A profile does not publish a case in this state."""


class MissingResourceError(GeneratorError):
    """A template, font or sample of the installation is missing."""


class PassageTooLargeError(GeneratorError):
    """A text is longer than can be laid out."""


class RenderError(GeneratorError):
    """A page or a picture cannot be drawn."""
