#!/usr/bin/env python3
"""Holds every family of documents to linear time: linearity.py [--binary PATH] [--runs N] [--only NAME].

Each family is rendered at n, 2n and 4n; the table shows the least user CPU time of RUNS cold processes and the two
ratios. Twice the input may cost at most 2.6 times the time: exit status 1 where a family costs more. The time of an empty
document is taken off, so that a small n does not hide what grows."""

import argparse
import os
import subprocess
import sys
import tempfile

from bench import document, sentence

LIMIT = 2.6
CSS = "@page { size: A4; margin: 20mm } body { margin: 0; font: 11pt/14pt 'Times New Roman' } p, h2 { margin: 0 }"


def each(count, form):
    return "".join(form(number) for number in range(count))


def words(number, count=12):
    return sentence(number, count)


def row(number, columns):
    return "<tr>" + each(columns, lambda i: f"<td>{number + i}</td>") + "</tr>"


def spanning_row(number):
    return f"<tr><td rowspan='{number % 5 + 1}'>a</td><td>b</td></tr>"


def nested(depth):
    """Boxes nested ever deeper; as many as fit under the limit of 256, side by side."""
    return each(depth // 60, lambda i: "<div>" * 60 + words(i) + "</div>" * 60)


def index(count):
    entries = each(count, lambda i: f"<li><a href='#h{i}'>{words(i, 3)}</a></li>")
    heads = each(count, lambda i: f"<h2 id='h{i}'>{words(i, 5)}</h2><p>{words(i, 30)}</p>")
    return f"<ul>{entries}</ul>{heads}"


# name: (n, body for a count, further CSS)
FAMILIES = {
    "prose": (1500, lambda n: each(n, lambda i: f"<p>{words(i, 60)}</p>"), ""),
    "justified": (1500, lambda n: each(n, lambda i: f"<p>{words(i, 60)}</p>"), "p { text-align: justify }"),
    "one paragraph": (60000, lambda n: f"<p>{'ab cd ' * n}</p>", ""),
    "spans": (15000, lambda n: f"<p>{'<span>ab</span> ' * n}</p>", ""),
    "padded spans": (15000, lambda n: f"<p>{'<span>ab</span> ' * n}</p>", "span { padding: 1pt; border: 1pt solid }"),
    "lists": (5000, lambda n: f"<ol>{each(n, lambda i: f'<li>{words(i, 8)}</li>')}</ol>", ""),
    "nested blocks": (20000, nested, ""),
    "table rows": (2000, lambda n: f"<table>{each(n, lambda i: row(i, 8))}</table>", ""),
    "table columns": (4000, lambda n: f"<table>{row(0, n)}</table>", ""),
    "rowspans": (2000, lambda n: f"<table>{each(n, spanning_row)}</table>", ""),
    "floats": (3000, lambda n: "<div style='float:left;width:40pt;height:20pt'>a</div>" * n, ""),
    "floats at both sides": (2000, lambda n: "<i class='l'>a</i><i class='r'>b</i>" * n, ".l { float: left; width: 300pt; height: 10pt } .r { float: right; width: 300pt; height: 30pt }"),
    "floats in lines": (5000, lambda n: f"<p>{'ab <i>c</i> ' * n}</p>", "i { float: left }"),
    "footnotes": (4000, lambda n: each(n, lambda i: f"<p>a<span class='f'>{words(i, 6)}</span></p>"), ".f { float: footnote }"),
    "flex items": (4000, lambda n: f"<div class='x'>{'<div>ab</div>' * n}</div>", ".x { display: flex; flex-wrap: wrap }"),
    "flex column": (3000, lambda n: f"<div class='x'>{'<div>ab</div>' * n}</div>", ".x { display: flex; flex-direction: column }"),
    "columns": (1000, lambda n: f"<div class='x'>{each(n, lambda i: f'<p>{words(i, 40)}</p>')}</div>", ".x { columns: 3 }"),
    "contents": (1500, index, "li a::after { content: leader('.') target-counter(attr(href), page) }"),
    "absolute boxes": (5000, lambda n: "<p>a<i>b</i></p>" * n, "i { position: absolute; left: 50pt }"),
    "inline-blocks": (6000, lambda n: f"<p>{'<i>ab</i> ' * n}</p>", "i { display: inline-block }"),
    "one long word": (60000, lambda n: f"<p>{'abcdef' * n}</p>", ""),
    "breaking long word": (60000, lambda n: f"<p>{'abcdef' * n}</p>", "p { overflow-wrap: anywhere }"),
    "hyphens": (8000, lambda n: f"<p lang='en'>{'internationalization ' * n}</p>", "p { hyphens: auto; text-align: justify }"),
    "marks on a letter": (20000, lambda n: f"<p>a{chr(0x301) * n}</p>", ""),
    "styles": (3000, lambda n: each(n, lambda i: f"<p style='width:{i}pt'>a</p>"), ""),
    "rules": (3000, lambda n: each(n, lambda i: f"<p class='c{i}'>a</p>") + f"<style>{each(n, lambda i: f'.c{i} {{ margin: {i % 9}pt }}')}</style>", ""),
    "named strings": (4000, lambda n: each(n, lambda i: f"<p style='string-set: s{i} content()'>a</p>"), ""),
}


def cost(binary, source, folder, runs):
    path = os.path.join(folder, "input.xhtml")
    with open(path, "w", encoding="utf-8") as file:
        file.write(source)
    best = None
    for _ in range(runs):
        command = [binary, "render", "--lenient", path, "-o", os.path.join(folder, "out.pdf")]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            return None
        best = usage.ru_utime if best is None else min(best, usage.ru_utime)
    return best


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--binary", default=os.path.join(here, "..", ".build", "release", "vanban"))
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--only", default="", help="only the families whose name holds this")
    options = parser.parse_args()
    failed = False
    print(f"{'family':22} {'n':>7} {'n ms':>8} {'2n ms':>8} {'4n ms':>8} {'2n/n':>6} {'4n/2n':>6}")
    with tempfile.TemporaryDirectory() as folder:
        empty = cost(options.binary, document("<p>a</p>", CSS), folder, options.runs) or 0
        for name, (count, body, css) in FAMILIES.items():
            if options.only not in name:
                continue
            times = [
                cost(options.binary, document(body(count * k), CSS + css), folder, options.runs) for k in (1, 2, 4)
            ]
            if None in times:
                failed = True
                print(f"{name:22} {count:7} failed to render")
                continue
            net = [max(time - empty, 0.002) for time in times]
            ratios = [net[1] / net[0], net[2] / net[1]]
            # Below 20 ms the clock's grain is larger than what is measured.
            slow = any(ratio > LIMIT and net[k + 1] > 0.02 for k, ratio in enumerate(ratios))
            failed = failed or slow
            figures = " ".join(f"{time * 1000:8.0f}" for time in net)
            print(f"{name:22} {count:7} {figures} {ratios[0]:6.2f} {ratios[1]:6.2f}{'  MORE THAN 2.6' if slow else ''}", flush=True)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
