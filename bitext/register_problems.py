"""What pydantic finds wrong with a value of the register, as messages."""

from __future__ import annotations

import re

from pydantic_core import ErrorDetails

from bitext.message import Message, Several

REMEDIES = {"extra_forbidden": Message("remove it or correct its name"), "missing": Message("add it")}
PROBLEMS = {
    "missing": Message("Field required"),
    "extra_forbidden": Message("Extra inputs are not permitted"),
    "string_type": Message("Input should be a valid string"),
    "string_too_short": Message("String should have at least 1 character"),
    "invalid_key": Message("Keys should be strings"),
    "tuple_type": Message("Input should be a valid tuple"),
}


def problem_of(detail: ErrorDetails) -> Message:
    """Say what is wrong with a value; what has no words here is said in pydantic's."""
    values = detail.get("ctx", {})
    match detail["type"]:
        case "enum" | "literal_error":
            return Message("Input should be {expected}", expected=allowed(values["expected"]))
        case "string_pattern_mismatch":
            return Message("String should match pattern '{pattern}'", pattern=values["pattern"])
        case "model_type":
            return Message("Input should be a valid dictionary or instance of {class_name}", class_name=values["class_name"])
        case "value_error" if isinstance(said := values["error"].args[0], Message):
            return said
    return PROBLEMS.get(detail["type"]) or Message.of(detail["msg"].removeprefix("Value error, "))


def remedy_of(detail: ErrorDetails) -> Message:
    """Say what to do about a value, with the allowed ones where these are known."""
    if expected := detail.get("ctx", {}).get("expected"):
        return Message("use one of {expected}", expected=allowed(expected))
    return REMEDIES.get(detail["type"]) or Message("correct the value")


def allowed(expected: str) -> Message | str:
    """Return pydantic's list of allowed values, 'a', 'b' or 'c', as one that each language can say."""
    found = re.findall(r"'[^']*'|True|False", expected) or [expected]
    *most, last = (one.lower() if one in {"True", "False"} else one for one in found)
    return Message("{most} or {last}", most=Several(most), last=last) if most else last
