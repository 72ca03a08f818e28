#!/usr/bin/env python3
"""Times the release binary on generated documents: bench.py [--binary PATH] [--runs N] [--only NAME].

Each document is rendered by a cold process, RUNS times after one warm-up; the table shows the median, the fastest and the
slowest wall time and the largest resident memory, as the kernel accounts them. `--timing` of the last run follows: the
share of each stage. Nothing is judged here: compare with the figures in docs/architecture.md or of an earlier build."""

import argparse
import json
import os
import statistics
import subprocess
import tempfile
import time

import congress

WORDS = (
    "Đại hội đánh giá kết quả thực hiện nghị quyết nhiệm kỳ qua xác định phương hướng mục tiêu nhiệm vụ và giải pháp"
    " xây dựng tổ chức cơ sở trong sạch vững mạnh nâng cao chất lượng sinh hoạt chi bộ đổi mới phương thức lãnh đạo"
    " phát huy vai trò nêu gương của cán bộ đảng viên đẩy mạnh cải cách hành chính ứng dụng công nghệ thông tin"
).split()

STYLE = """
@page { size: A4; margin: 20mm 15mm 20mm 30mm; @top-center { content: counter(page); font-size: 14pt } }
body { margin: 0; font-family: 'Times New Roman'; font-size: 14pt; line-height: 20pt }
p { margin: 0 0 6pt; text-indent: 10mm; text-align: justify }
h2 { font-size: 14pt; margin: 12pt 0 6pt; break-after: avoid }
"""


def sentence(seed, length):
    words = [WORDS[(seed * 7 + i * 13 + i * i) % len(WORDS)] for i in range(length)]
    return " ".join(words).capitalize() + "."


def prose(paragraphs):
    parts = []
    for number in range(paragraphs):
        if number % 6 == 0:
            parts.append(f"<h2>{number // 6 + 1}. {sentence(number, 8)}</h2>")
        parts.append("<p>" + " ".join(sentence(number * 5 + i, 18 + i) for i in range(5)) + "</p>")
    return document("\n".join(parts))


def document(body, style=STYLE):
    return (
        '<html xmlns="http://www.w3.org/1999/xhtml" lang="vi"><head><title>Đo tốc độ</title>'
        f"<style>{style}</style></head><body>{body}</body></html>"
    )


def table(rows):
    cells = "".join(
        f"<tr><td>{n}</td><td>{sentence(n, 6)}</td><td>{n * 37 % 100},{n % 10}</td><td>%</td></tr>" for n in range(1, rows + 1)
    )
    style = STYLE + (
        "table { width: 100%; table-layout: fixed; border-collapse: collapse }"
        "td, th { border: 0.75pt solid black; padding: 2pt 4pt; line-height: 16pt; font-size: 12pt }"
    )
    head = "<colgroup><col style='width: 12mm'/><col/><col style='width: 20mm'/><col style='width: 15mm'/></colgroup>"
    return document(
        f"<table>{head}<thead><tr><th>TT</th><th>Chỉ tiêu</th><th>Kết quả</th><th>Đơn vị</th></tr></thead>"
        f"<tbody>{cells}</tbody></table>",
        style,
    )


GRID = STYLE + (
    "table { width: 100%; border-collapse: collapse } td, th { border: 0.75pt solid black; padding: 2pt 4pt }"
)


def minutes():
    """Minutes of a congress: 33 pages with 12 tables."""
    parts = []
    for number in range(12):
        parts.append(f"<h2>{number + 1}. {sentence(number, 8)}</h2>")
        for part in range(11):
            text = " ".join(sentence(number * 50 + part * 5 + i, 18 + i) for i in range(5))
            parts.append(f"<p>{text}</p>")
        rows = "".join(
            f"<tr><td>{r + 1}</td><td>{sentence(number + r, 5)}</td><td>{r * 37 % 100}</td><td>{r * 7 % 10}</td></tr>"
            for r in range(16)
        )
        head = "<tr><th>TT</th><th>Họ và tên</th><th>Số phiếu</th><th>%</th></tr>"
        parts.append(f"<table><thead>{head}</thead><tbody>{rows}</tbody></table>")
    return document("\n".join(parts), GRID)


def grid(rows, columns):
    cells = "".join(
        "<tr>" + "".join(f"<td>{(n * 37 + c * 11) % 1000}</td>" for c in range(columns)) + "</tr>" for n in range(rows)
    )
    head = "<th>Cột</th>" * columns
    return document(f"<table><thead><tr>{head}</tr></thead><tbody>{cells}</tbody></table>", GRID)


def cases():
    return {
        "version": None,
        "letter (1 page)": prose(4),
        "prose (9 pages)": prose(48),
        "prose (100 pages)": prose(470),
        "prose (1000 pages)": prose(4700),
        "table (2000 rows)": table(2000),
        "minutes (33 pages)": minutes(),
        "congress (31 pages)": congress.congress(sentence, 23),
        "grid (5000 x 8)": grid(5000, 8),
        "grid (10000 x 8)": grid(10000, 8),
    }


def written(source, folder):
    """Writes a document, or the data of the minutes of a congress; returns what `render` is given."""
    is_data = not isinstance(source, str)
    path = os.path.join(folder, "input.json" if is_data else "input.xhtml")
    with open(path, "w", encoding="utf-8") as file:
        file.write(json.dumps(source, ensure_ascii=False) if is_data else source)
    return ["bien-ban-dai-hoi", path] if is_data else [path]


BATCH = document(
    "<h2>BÁO CÁO</h2><p>Đơn vị: <b>{{ name }}</b>, số đảng viên {{ members }}, đạt {{ rate }} %.</p>"
    + "".join(f"<p>{sentence(number, 30)}</p>" for number in range(3))
    + "<table><thead><tr><th>TT</th><th>Chỉ tiêu</th><th>Kế hoạch</th><th>Kết quả</th></tr></thead><tbody>"
    + "".join(f"<tr><td>{n}</td><td>{sentence(n, 4)}</td><td>{n * 10}</td><td>{{{{ members }}}}</td></tr>" for n in range(1, 5))
    + "</tbody></table>",
    GRID,
)


def batch(options, folder):
    """1,000 one-page reports in one run."""
    template, records = os.path.join(folder, "batch.xhtml"), os.path.join(folder, "records.csv")
    with open(template, "w", encoding="utf-8") as file:
        file.write(BATCH)
    with open(records, "w", encoding="utf-8") as file:
        file.write("id,name,members,rate\n")
        file.writelines(f"{n},Chi bộ số {n},{37 + n % 91},{80 + n % 20}\n" for n in range(1, 1001))
    command = [options.binary, "batch", template, "--each", records, "-o", os.path.join(folder, "out"), "--key", "id"]
    results = [run(command) for _ in range(max(1, options.runs // 2))]
    times = [result[0] for result in results]
    print(f"{'batch (1000 x 1 page)':22} {statistics.median(times):10.1f} {min(times):8.1f} {max(times):8.1f}", end="")
    print(f" {max(result[1] for result in results):8.1f}\n    {1e6 / statistics.median(times):.0f} documents a second")


def run(command):
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"{' '.join(command)} failed:\n{errors.decode()}")
    return (time.monotonic() - start) * 1000, usage.ru_maxrss / 1024, errors.decode()


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--binary", default=os.path.join(here, "..", ".build", "release", "vanban"))
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--only", default="", help="only the cases whose name holds this")
    options = parser.parse_args()
    print(f"{'case':22} {'median ms':>10} {'min':>8} {'max':>8} {'peak MB':>8}")
    with tempfile.TemporaryDirectory() as folder:
        for name, source in cases().items():
            if options.only not in name:
                continue
            command = [options.binary, "--version"]
            if source is not None:
                command = [options.binary, "render", *written(source, folder), "-o", os.path.join(folder, "out.pdf"), "--timing"]
            run(command)
            results = [run(command) for _ in range(options.runs)]
            times = [result[0] for result in results]
            peak = max(result[1] for result in results)
            print(f"{name:22} {statistics.median(times):10.1f} {min(times):8.1f} {max(times):8.1f} {peak:8.1f}")
            for line in results[-1][2].splitlines():
                print("    " + line)
        if options.only in "batch":
            batch(options, folder)


if __name__ == "__main__":
    main()
