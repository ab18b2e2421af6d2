"""Laws are about results, never about time: a slow machine must not fail them."""

from hypothesis import settings

settings.register_profile("casepress", deadline=None)
settings.load_profile("casepress")
