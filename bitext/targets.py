"""Where a link leads: to a register entry, to a page of this tree, to a file, or elsewhere."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import unquote, urlsplit

from bitext.page import other
from bitext.surroundings import Surroundings

REGISTER_LINK = re.compile(r"(instrument|term|source):(\S+)")
SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
UNSAFE = frozenset({"javascript", "vbscript", "data", "file"})
# Path segments and host labels by which sites part their languages: an address may differ in them.
LOCALE = re.compile(r"(?<=[/.])(?:zh(?:-(?:cn|hans|hant|tw|hk))?|cn|en(?:-(?:us|gb))?|www)(?=[/.]|$)", re.IGNORECASE)


# The same at the end of file names.
FILE_LOCALE = re.compile(r"[._-](?:zh(?:[-_](?:cn|hans))?|cn|en(?:[-_]us)?)(?=\.\w+$|$)", re.IGNORECASE)
HOST_LOCALE = re.compile(r"(?:zh(?:-(?:cn|hans))?|cn|en(?:-us)?)\.", re.IGNORECASE)


class Kind(StrEnum):
    """What a target is."""

    ENTRY = "entry"
    PAGE = "page"
    FILE = "file"
    EXTERNAL = "external"
    CROSSING = "crossing"
    MISSING = "missing"
    UNSAFE = "unsafe"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Target:
    """A resolved link target. `name` is comparable across languages: a page key, an entry's id or a neutral address."""

    kind: Kind
    name: str
    fragment: str = ""

    def __str__(self) -> str:
        return f"{self.name}#{self.fragment}" if self.fragment else self.name


def resolve(target: str, tree: Surroundings, language: str, key: str) -> Target:
    """Resolve a target as written on the page `key` of one language."""
    plain = re.sub(r"[\x00-\x20]", "", target)
    if entry := REGISTER_LINK.fullmatch(plain):
        return Target(Kind.ENTRY, entry[0])
    if (scheme := SCHEME.match(plain)) or plain.startswith("//"):
        if scheme and scheme[1].lower() in UNSAFE:
            return Target(Kind.UNSAFE, plain)
        return Target(Kind.EXTERNAL, neutral(plain))
    path, _, fragment = plain.partition("#")
    path, fragment = unquote(urlsplit(path).path), unquote(fragment)
    if not path:
        return Target(Kind.PAGE, key, fragment)
    if path.startswith("/"):
        return Target(Kind.UNKNOWN, neutral(path), fragment)
    return resolve_relative(path, fragment, tree, language, key)


def resolve_relative(path: str, fragment: str, tree: Surroundings, language: str, key: str) -> Target:
    """Resolve a relative path against the folder of a page."""
    full = posixpath.normpath(posixpath.join(language, posixpath.dirname(key), path))
    if full.split("/")[0] == other(language):
        return Target(Kind.CROSSING, full)
    if full.split("/")[0] == language:
        inside = full.removeprefix(language).lstrip("/") or "."
        # A page that only lacks its translation is a page: pair/missing-page names the cause once.
        page = tree.find_page(language, inside) or tree.find_page(other(language), inside)
        if page is not None:
            return Target(Kind.PAGE, page, fragment)
        return Target(Kind.FILE if tree.holds(full) else Kind.MISSING, inside, fragment)
    return Target(Kind.FILE if tree.holds(full) else Kind.MISSING, full, fragment)


def neutral(address: str) -> str:
    """Return an address without what only tells the language: /zh-cn/ beside /en/, zh. beside en., a slash at its end."""
    plain = re.sub(r"(?<=//)\.", "", unlocalised(LOCALE.sub("", address)))
    return re.sub(r"(?<!:)/{2,}|\.{2,}", lambda match: match[0][0], plain).rstrip("/")


def unlocalised(path: str) -> str:
    """Return a path without what only tells the language in the names of its files: README.zh-CN.md beside README.md."""
    return FILE_LOCALE.sub("", path)


def same_place(ours: str, theirs: str) -> bool:
    """Tell whether two addresses that differ may be one place in two languages.

    Sections have names of their own in each language, and so have articles of sites that keep a host for each language.
    """
    if theirs.partition("#")[0].rstrip("/") == ours.partition("#")[0].rstrip("/"):
        fragments = ours.partition("#")[2], theirs.partition("#")[2]
        return any(re.search(r"%[89A-Fa-f][0-9A-Fa-f]|[^\x00-\x7f]", fragment) for fragment in fragments)
    hosts = [urlsplit(address).netloc for address in (ours, theirs)]
    labels = [HOST_LOCALE.match(host) for host in hosts]
    return all(labels) and neutral(f"//{hosts[0]}") == neutral(f"//{hosts[1]}")
