"""Findings as text: for people, for GitHub's annotations, as SARIF 2.1.0, as JSON; each in a language of the messages."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import quote

from bitext.finding import Finding, Place
from bitext.message import Message
from bitext.rules.rule import RULES

PLACE = re.compile(r"[^\s(]+:\d+(?::\d+)?")
SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def as_text(findings: Sequence[Finding], language: str = "en") -> str:
    """Return one line a finding, location first."""
    return "".join(f"{one_line(finding.said_in(language))}\n" for finding in findings)


def one_line(text: str) -> str:
    """Return a text in which nothing a page holds can begin a line or steer a terminal."""
    return "".join(character if character.isprintable() else " " for character in text)


def as_github(findings: Sequence[Finding], language: str = "en") -> str:
    """Return workflow commands that GitHub shows as annotations on the lines (docs: workflow commands for GitHub Actions)."""
    kinds = {"error": "error", "warning": "warning", "note": "notice"}
    lines = (
        f"::{kinds[one.level]} file={escaped(one.place.path)},line={one.place.line},col={one.place.column},"
        f"title={escaped(one.rule)}::{escaped(one.advice.said_in(language), in_property=False)}\n"
        for one in findings
    )
    return "".join(lines)


def escaped(text: str, *, in_property: bool = True) -> str:
    """Escape a text for a workflow command; inside a property, colon and comma as well."""
    for character in "%\r\n" + (":," if in_property else ""):
        text = text.replace(character, f"%{ord(character):02X}")
    return text


def as_json(findings: Sequence[Finding], language: str = "en") -> str:
    """Return the findings as a JSON list with plain keys."""
    return json.dumps([record(finding, language) for finding in findings], ensure_ascii=False, indent=2) + "\n"


def record(finding: Finding, language: str) -> dict[str, Any]:
    """Return a finding as plain values."""
    values: dict[str, Any] = {
        "rule": finding.rule, "level": finding.level.value, "path": finding.place.path, "line": finding.place.line,
        "column": finding.place.column, "message": finding.message.said_in(language), "remedy": finding.remedy.said_in(language),
        "text": finding.excerpt, "counterpart": finding.counterpart,
    }  # fmt: skip
    if finding.related:
        values["related"] = {
            "path": finding.related.path,
            "line": finding.related.line,
            "column": finding.related.column,
        }
    return values


def as_sarif(findings: Sequence[Finding], language: str = "en") -> str:
    """Return a SARIF 2.1.0 log; addresses are relative to the working folder."""
    names = sorted({finding.rule for finding in findings} & RULES.keys())
    rules = [sarif_rule(name, language) for name in names]
    driver = {"name": "bitext", "informationUri": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/", "rules": rules}
    prints = fingerprints(findings)
    results = [sarif_result(finding, mark, language) for finding, mark in zip(findings, prints, strict=True)]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json.dumps({"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def sarif_rule(name: str, language: str) -> dict[str, Any]:
    """Return a rule's description for SARIF."""
    rule = RULES[name]
    examples = [Message("Wrong: {example}", example=rule.wrong), Message("Right: {example}", example=rule.right)]
    return {
        "id": name,
        "shortDescription": {"text": rule.why.said_in(language)},
        "help": {"text": "\n".join(example.said_in(language) for example in examples)},
        "defaultConfiguration": {"level": rule.level.value},
    }


def sarif_result(finding: Finding, fingerprint: str, language: str) -> dict[str, Any]:
    """Return one result for SARIF, the other language's place among the related locations."""
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "level": finding.level.value,
        "message": {"text": finding.advice.said_in(language)},
        "locations": [location(finding.place)],
        "partialFingerprints": {"bitextFinding/v1": fingerprint},
    }
    if finding.related:
        result["relatedLocations"] = [{"id": 1, **location(finding.related)}]
    return result


def location(place: Place) -> dict[str, Any]:
    """Return a place for SARIF."""
    region = {"startLine": place.line, "startColumn": place.column}
    return {"physicalLocation": {"artifactLocation": {"uri": quote(place.path, safe="/~:")}, "region": region}}


def fingerprints(findings: Sequence[Finding]) -> list[str]:
    """Return for each finding a mark that stays when unrelated lines move: made of rule, path and texts, not of lines.

    Equal findings of one file are counted, in order.
    """
    seen: Counter[str] = Counter()
    marks = []
    for finding in findings:
        texts = "\0".join([finding.rule, finding.place.path, finding.excerpt, finding.counterpart, subject(finding)])
        mark = hashlib.sha256(texts.encode("utf-8", "surrogatepass")).hexdigest()[:32]
        seen[mark] += 1
        marks.append(f"{mark}:{seen[mark]}")
    return marks


def subject(finding: Finding) -> str:
    """Return a finding's message, the English one whatever the report's language, without the places it names."""
    return PLACE.sub("", finding.message)


FORMATS: dict[str, Callable[[Sequence[Finding], str], str]] = {
    "text": as_text,
    "github": as_github,
    "sarif": as_sarif,
    "json": as_json,
}
