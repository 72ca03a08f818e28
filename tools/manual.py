#!/usr/bin/env python3
"""Makes the manual page: reads the command's own description (--experimental-dump-help) as JSON, writes roff."""

import json
import sys


def escaped(text):
    lines = text.replace("\\", "\\e").replace("-", "\\-").splitlines()
    return "\n".join("\\&" + line if line.startswith((".", "'")) else line for line in lines)


def label(argument):
    names = []
    for name in argument.get("names") or []:
        dashes = "--" if name["kind"] == "long" else "-"
        names.append(f"\\fB{escaped(dashes + name['name'])}\\fR")
    value = argument.get("valueName", "value")
    if argument["kind"] == "positional":
        return f"\\fI{escaped(value)}\\fR"
    return ", ".join(names) + (f" \\fI{escaped(value)}\\fR" if argument["kind"] == "option" else "")


def arguments(command):
    for argument in command.get("arguments") or []:
        if not argument.get("shouldDisplay", True):
            continue
        print(".TP")
        print(label(argument))
        print(escaped(argument.get("abstract") or ""))


def section(command, path):
    names = path + [command["commandName"]]
    print(f".SS {escaped(' '.join(names))}")
    print(escaped(command.get("abstract") or ""))
    if command.get("discussion"):
        print(".PP\n.nf\n" + escaped(command["discussion"]) + "\n.fi")
    arguments(command)
    for child in command.get("subcommands") or []:
        if child["commandName"] != "help":
            section(child, names)


def main():
    root = json.load(sys.stdin)["command"]
    print('.TH VANBAN 1 "" "VanBan" "User commands"')
    print(".SH NAME\nvanban \\- " + escaped(root.get("abstract") or ""))
    print(".SH SYNOPSIS\n.B vanban\n.I command\n[\\fIargument\\fR ...]")
    print(".SH DESCRIPTION\n" + escaped(root.get("discussion") or root.get("abstract") or ""))
    print(".SH OPTIONS")
    arguments(root)
    print(".SH COMMANDS")
    for child in root.get("subcommands") or []:
        if child["commandName"] != "help":
            section(child, ["vanban"])


main()
