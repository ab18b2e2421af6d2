"""The audit file: what was found and how it was treated, private to the owner of the case.

It holds no original value and no offset of dates, so that it gives nothing back.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict
from hashlib import sha256

from anonymizer.audit import Audit, Entry

from generator import __version__, resources

SUFFIX = ".audit.json"


def audit_file(audit: Audit, name: str, profile: str, reports: Mapping[str, bytes]) -> bytes:
    """Return the audit of one publication, with SHA-256 of each of its files.

    A file whose SHA-256 is another belongs to another run, or was changed.
    """
    content = {
        "format": "casepress-audit-1",
        "casepress": __version__,
        "name": name,
        "profile": profile,
        "policy": audit.policy,
        "counts": [
            {"category": category, "treatment": treatment, "number": number}
            for category, treatment, number in audit.counts()
        ],
        "entries": [_entry(entry) for entry in audit.entries],
        "notices": [asdict(notice) for notice in audit.notices],
        **_terms(),
        "files": [
            {"name": file, "sha256": sha256(data).hexdigest()} for file, data in reports.items()
        ],
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def _terms() -> dict[str, list[dict[str, str]]]:
    """Return the tables of terms that the user added, where there are any."""
    tables = resources.user_terms()
    named = [{"name": each.name, "sha256": sha256(each.data).hexdigest()} for each in tables]
    return {"terms": named} if named else {}


def _entry(entry: Entry) -> dict[str, str | int]:
    place = {"start": entry.start, "end": entry.end} if entry.start >= 0 else {}
    return {
        "path": entry.path,
        **place,
        "category": entry.category,
        "treatment": entry.treatment,
    }
