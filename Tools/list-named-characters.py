#!/usr/bin/env python3
"""Writes Plugins/Clean/HTML/NamedCharacters.swift: HTML's named characters, as Python's standard library has them."""
import html.entities
import pathlib

PREAMBLE = '''/// The characters that HTML has names for, as the HTML Standard lists them (13.5): each name with the code points that it
/// stands for, in hexadecimal, and a star where the name counts without a semicolon as well.
///
/// Written by Tools/list-named-characters.py.
let namedCharacters = """
'''


def entries():
    names = html.entities.html5
    for name in sorted(names):
        if name.endswith(";"):
            points = "+".join(f"{ord(character):X}" for character in names[name])
            yield f"{name[:-1]}={points}{'*' if name[:-1] in names else ''}"


def lines(width=114):
    line = ""
    for entry in entries():
        if len(line) + 1 + len(entry) > width:
            yield line
            line = entry
        else:
            line = f"{line} {entry}".strip()
    yield line


if __name__ == "__main__":
    target = pathlib.Path(__file__).parent.parent / "Plugins/Clean/HTML/NamedCharacters.swift"
    target.write_text(PREAMBLE + "".join(f"  {line}\n" for line in lines()) + '  """\n')
