"""Anonymizer: find identifiers, shift dates, replace names, and look again at what came out.

A library: it knows no case report, opens no file of the user, reads no clock and logs nothing.
"""
