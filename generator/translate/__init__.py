"""Translation of a case's free texts: sentences out, and back, under names that are nobody's."""
