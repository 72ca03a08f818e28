#!/usr/bin/env python3
"""Random documents through the whole road: `tools/fuzz.py BINARY [--count N] [--seed S] [--keep DIR] [--hostile]`.

Each document holds words that occur once. `vanban inspect` must show each of them once (repeated heads and fixed boxes aside),
`vanban render` must make a PDF whose text, as pdftotext reads it, holds the same words, and qpdf must find nothing wrong.
With `--hostile` the numbers are absurd (1e308, NaN, -1, 65534) and only the end counts: exit status 0 or 1 with a diagnostic,
within the time limit and 4 GB of addresses, never a crash. A failing document is kept and named; the exit status is then 1.
The same seed makes the same documents.
"""
import argparse
import json
import os
import random
import re
import resource
import subprocess
import sys
import tempfile
from collections import Counter

LIMIT = 20  # seconds of the processor for one run

PROPERTIES = {
    "display": ["block", "inline", "inline-block", "flex", "inline-flex", "table", "inline-table", "table-row", "table-cell",
                "table-row-group", "table-header-group", "table-footer-group", "table-caption", "list-item", "flow-root"],
    "float": ["left", "right", "none"], "clear": ["left", "right", "both"],
    "position": ["relative", "absolute", "static"], "top": ["LENGTH"], "left": ["LENGTH"], "bottom": ["LENGTH"], "right": ["LENGTH"],
    "width": ["LENGTH", "auto", "min-content", "max-content", "fit-content"], "height": ["LENGTH", "auto"],
    "min-width": ["LENGTH"], "max-width": ["LENGTH", "none"], "min-height": ["LENGTH"], "max-height": ["LENGTH", "none"],
    "margin": ["LENGTH", "LENGTH LENGTH", "auto", "0 auto"], "padding": ["POSITIVE"], "border": ["POINTS solid", "POINTS double red"],
    "box-sizing": ["border-box"], "box-decoration-break": ["clone"], "overflow": ["hidden", "visible"],
    "break-before": ["page", "avoid", "left", "right", "column", "auto"], "break-after": ["page", "avoid", "column"],
    "break-inside": ["avoid", "auto"], "orphans": ["COUNT"], "widows": ["COUNT"], "page": ["wide", "auto"],
    "columns": ["COUNT", "POSITIVE", "2 auto"], "column-span": ["all"], "column-fill": ["auto", "balance"], "column-gap": ["POSITIVE"],
    "flex": ["1", "0 0 POSITIVE", "1 1 auto"], "flex-wrap": ["wrap", "wrap-reverse"],
    "flex-direction": ["column", "row-reverse", "column-reverse"], "order": ["COUNT", "-1"],
    "align-items": ["center", "end", "baseline", "stretch"], "justify-content": ["space-between", "center", "end"],
    "align-content": ["center", "space-around", "stretch"], "gap": ["POSITIVE"],
    "table-layout": ["fixed"], "border-collapse": ["collapse"], "border-spacing": ["POINTS"], "caption-side": ["bottom"],
    "vertical-align": ["middle", "top", "bottom", "baseline", "super", "5pt"], "empty-cells": ["hide"],
    "text-align": ["justify", "center", "right", "left"], "text-indent": ["LENGTH"], "line-height": ["POSITIVE", "1", "0", "3"],
    "font-size": ["POINTS", "14pt"], "letter-spacing": ["POINTS"], "word-spacing": ["POINTS"],
    "white-space": ["nowrap", "pre", "pre-wrap", "pre-line"], "hyphens": ["none", "manual"], "text-wrap": ["balance"],
    "text-overflow": ["clip"], "hanging-punctuation": ["last"], "tab-size": ["COUNT"],
    "transform": ["rotate(7deg)", "scale(0.5)", "translate(LENGTH, LENGTH)"], "opacity": ["0.5"], "z-index": ["COUNT", "-1"],
    "background": ["#eee", "linear-gradient(red, blue)"], "border-radius": ["POINTS"], "aspect-ratio": ["2", "1 / 3"],
    "footnote-policy": ["line", "block"], "footnote-display": ["inline", "compact"], "vb-line-numbers": ["auto"], "vb-change-bar": ["1pt", "2pt red"],
}
BLOCKS = ["p", "div", "section", "h1", "h2", "ul", "ol", "table", "blockquote", "dl", "pre"]
INLINES = ["b", "i", "span", "a", "sub", "sup", "code"]


class Document:
    """A random document: its source, and the words that its pages must hold."""

    def __init__(self, seed, hostile):
        self.dice = random.Random(seed)
        self.hostile = hostile
        self.words = []
        self.size = 0
        width, height = self.dice.randint(90, 420), self.dice.randint(50, 400)
        margin = self.dice.randint(0, 20)
        rules = "".join(f".c{i} {{ {self.declarations()} }} " for i in range(self.dice.randint(0, 5)))
        notes = self.dice.choice(["", "@footnote { max-height: 40pt }", "@footnote { border-top: 1pt solid; padding: 3pt }"])
        footer = self.dice.choice(["", "@bottom-center { content: counter(page) '/' counter(pages) }"])
        body = "".join(self.block(0) for _ in range(self.dice.randint(1, 8)))
        self.source = f"""<html xmlns="http://www.w3.org/1999/xhtml" xmlns:vb="urn:vanban:template" lang="vi"><head><title>t</title><style>
@page {{ size: {width}pt {height}pt; margin: {margin}pt; {notes} {footer} }} @page wide {{ size: {height + 60}pt {width}pt }}
body {{ margin: 0; font: 10pt 'Times New Roman' }} .note {{ float: footnote }} {rules}</style></head><body>{body}</body></html>"""

    def number(self):
        if self.hostile and self.dice.random() < 0.5:
            return self.dice.choice(["1e308", "-1e308", "0", "-1", "65534", "1e-300", "99999999", "0.0001"])
        return str(self.dice.randint(-5, 150))

    def value(self, kind):
        if kind == "LENGTH":
            return self.number() + self.dice.choice(["pt", "%", "em", "px", "mm"])
        if kind == "POSITIVE":
            return self.number().lstrip("-") + "pt"
        if kind == "POINTS":
            return (self.number().lstrip("-") if self.hostile else str(self.dice.randint(1, 9))) + "pt"
        return self.dice.choice(["65534", "1000000", "2"]) if self.hostile else str(self.dice.randint(1, 4))

    def declarations(self):
        text = ""
        for name in self.dice.sample(sorted(PROPERTIES), self.dice.choice([0, 1, 1, 2, 3, 5])):
            value = re.sub("LENGTH|POSITIVE|POINTS|COUNT", lambda kind: self.value(kind[0]), self.dice.choice(PROPERTIES[name]))
            if self.hostile and self.dice.random() < 0.05:
                value = self.dice.choice(["calc(1pt / 0)", "calc(NaN * 1pt)", "calc(infinity * 1pt)", "calc(-infinity * 1%)"])
            text += f"{name}: {value}; "
        return text

    def attributes(self):
        text = ""
        if self.dice.random() < 0.3:
            text += f' class="c{self.dice.randint(0, 5)}"'
        if self.dice.random() < 0.5:
            text += f' style="{self.declarations()}"'
        return text

    def word(self):
        word = f"w{len(self.words)}x"
        self.words.append(word)
        return word

    def inline(self, depth, count):
        parts = []
        for _ in range(count):
            roll = self.dice.random()
            if roll < 0.75 or depth > 4:
                parts.append(self.word())
            elif roll < 0.9:
                name = self.dice.choice(INLINES)
                parts.append(f"<{name}{self.attributes()}>{self.inline(depth + 1, self.dice.randint(1, 4))}</{name}>")
            elif roll < 0.94:
                parts.append(f'<span class="note">{self.inline(9, self.dice.randint(1, 12))}</span>')
            else:
                parts.append(self.word() + "<br/>")
        return " ".join(parts)

    def block(self, depth):
        self.size += 1
        if depth > 5 or self.size > 60:
            return f"<p>{self.inline(0, 3)}</p>"
        name = self.dice.choice(BLOCKS)
        inside = {
            "ul": lambda: self.items(depth), "ol": lambda: self.items(depth), "table": lambda: self.table(depth),
            "dl": lambda: f"<dt>{self.inline(0, 2)}</dt><dd>{self.block(depth + 1)}</dd>",
            "div": lambda: self.mixed(depth), "section": lambda: self.mixed(depth), "blockquote": lambda: self.block(depth + 1),
        }.get(name, lambda: self.inline(0, self.dice.choice([1, 5, 20, 60])))
        return f"<{name}{self.attributes()}>{inside()}</{name}>"

    def mixed(self, depth):
        parts = [self.block(depth + 1) if self.dice.random() < 0.8 else self.inline(0, 4) for _ in range(self.dice.randint(1, 5))]
        return " ".join(parts)

    def items(self, depth):
        return "".join(
            f"<li{self.attributes()}>{self.inline(0, 4) if self.dice.random() < 0.7 else self.block(depth + 1)}</li>"
            for _ in range(self.dice.randint(1, 6)))

    def table(self, depth):
        columns = self.dice.randint(1, 5)
        text = f"<caption{self.attributes()}>{self.inline(0, 4)}</caption>" if self.dice.random() < 0.2 else ""
        for group in ["thead", "tbody", "tbody", "tfoot"]:
            if group != "tbody" and self.dice.random() < 0.6:
                continue
            rows = "".join(
                f"<tr{self.attributes()}>{''.join(self.cell(depth) for _ in range(columns))}</tr>"
                for _ in range(self.dice.randint(1, 6 if group == "tbody" else 2)))
            text += f"<{group}{self.attributes()}>{rows}</{group}>"
        return text

    def cell(self, depth):
        spans = ""
        if self.dice.random() < 0.15:
            spans = f' colspan="{self.value("COUNT")}"'
        if self.dice.random() < 0.15:
            spans += f' rowspan="{self.dice.choice([0, 2, 3, 65534 if self.hostile else 4])}"'
        inside = self.inline(0, self.dice.randint(1, 6)) if self.dice.random() < 0.8 else self.block(depth + 2)
        return f"<td{spans}{self.attributes()}>{inside}</td>"


def limited():
    resource.setrlimit(resource.RLIMIT_CPU, (LIMIT, LIMIT))
    resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))


def run(arguments):
    return subprocess.run(arguments, capture_output=True, preexec_fn=limited, timeout=10 * LIMIT, check=False)


def texts(fragment):
    """The text fragments inside a fragment, in order."""
    if fragment.get("kind") == "text":
        yield fragment
    for child in fragment.get("children", []):
        yield from texts(child)


def lies_on(page, text):
    """Whether a text lies on its page whole: pdftotext leaves out letters that do not."""
    return (text["x"] >= 0 and text["y"] >= 0 and text["x"] + text["width"] <= page["width"]
            and text["y"] + text["height"] <= page["height"])


def words_of(text):
    # A word may break inside (overflow-wrap, soft hyphens): its pieces are read as one.
    return re.findall(r"w[0-9]+x", re.sub(r"[\s\u00ad\u2010-]+", "", text))


def fault(binary, document, folder):
    """What is wrong with how a document is set; None where nothing is."""
    source, output = os.path.join(folder, "a.xhtml"), os.path.join(folder, "a.pdf")
    with open(source, "w", encoding="utf-8") as file:
        file.write(document.source)
    if os.path.exists(output):
        os.remove(output)
    made = run([binary, "render", "--lenient", source, "-o", output])
    if made.returncode not in ((0, 1) if document.hostile else (0,)):
        return f"render: exit status {made.returncode}: {made.stderr.decode(errors='replace')[-400:]}"
    if made.returncode == 1:
        return None if b"error:" in made.stderr else "render: exit status 1 without a diagnostic"
    seen = run([binary, "inspect", "--lenient", source])
    if seen.returncode != 0:
        return f"inspect: exit status {seen.returncode}: {seen.stderr.decode(errors='replace')[-400:]}"
    pages = json.loads(seen.stdout)["pages"]
    if document.hostile:
        return None
    on_pages = Counter(words_of("".join(text["text"] for page in pages for text in texts(page))))
    missing = [word for word in document.words if on_pages[word] == 0]
    if missing:
        return f"words without a place: {missing[:12]}"
    read = run(["pdftotext", "-raw", output, "-"]).stdout.decode(errors="replace")
    in_file = set(words_of(read))
    seen_words = [word for page in pages for text in texts(page) if lies_on(page, text) for word in words_of(text["text"])]
    lost = [word for word in seen_words if word not in in_file]
    if lost and not re.search("transform|hidden", document.source):
        return f"words that pdftotext does not find: {lost[:12]}"
    checked = run(["qpdf", "--check", output])
    if checked.returncode != 0:
        return f"qpdf: {checked.stderr.decode(errors='replace')[-300:]}"
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("binary")
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", default="out/fuzz")
    parser.add_argument("--hostile", action="store_true")
    options = parser.parse_args()
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(options.seed, options.seed + options.count):
            document = Document(seed, options.hostile)
            try:
                found = fault(options.binary, document, folder)
            except subprocess.TimeoutExpired:
                found = "no end in sight"
            if found:
                failed += 1
                os.makedirs(options.keep, exist_ok=True)
                path = os.path.join(options.keep, f"{'hostile-' if options.hostile else ''}{seed}.xhtml")
                with open(path, "w", encoding="utf-8") as file:
                    file.write(document.source)
                print(f"{path}: {found}", flush=True)
    print(f"{options.count} documents, {failed} at fault")
    sys.exit(1 if failed else 0)


main()
