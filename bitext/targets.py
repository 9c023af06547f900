"""Where a link leads: to a register entry, to a page of this tree, to a file, or elsewhere."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import SplitResult, unquote, urlsplit

from bitext.page import other
from bitext.surroundings import Surroundings

REGISTER_LINK = re.compile(r"(instrument|term|source):(\S+)")
SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
UNSAFE = frozenset({"javascript", "vbscript", "data", "file"})
# Path segments and host labels by which sites part their languages: an address may differ in them.
LANGUAGE = r"(?:zh(?:-(?:cn|hans|hant|tw|hk))?|cn|en(?:-(?:us|gb))?|www)"
PATH_LOCALE = re.compile(rf"(?<=[/.]){LANGUAGE}(?=[/.]|$)", re.IGNORECASE)
HOST_LOCALE = re.compile(rf"(?<![^.]){LANGUAGE}\.", re.IGNORECASE)
# The same at the end of file names.
FILE_LOCALE = re.compile(r"[._-](?:zh(?:[-_](?:cn|hans))?|cn|ch|en(?:[-_]us)?)(?=\.\w+$|$)", re.IGNORECASE)
# A host that begins with its language, and one that ends with a country instead of what the other language's host ends with.
OWN_HOST = re.compile(r"(?:zh(?:-(?:cn|hans))?|cn|en(?:-us)?)\.", re.IGNORECASE)
COUNTRY = re.compile(r"\.(?:com\.)?cn$", re.IGNORECASE)
ENDING = re.compile(r"\.\w+$")
INDEX = re.compile(r"/index\.html?$", re.IGNORECASE)
# What the address of a published page has behind the path of its source.
PUBLISHED = re.compile(r"(?:/index)?(?:\.(?:html?|md))?/?$", re.IGNORECASE)


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
    path, fragment = unquote(parted(path).path), unquote(fragment)
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


def parted(address: str) -> SplitResult:
    """Return the parts of an address; of one that is none, such as `http://[x`, all is path."""
    try:
        return urlsplit(address)
    except ValueError:
        return SplitResult("", "", address, "", "")


def neutral(address: str) -> str:
    """Return an address without what only tells the language and what leads to the same place.

    That is /zh-cn/ beside /en/, in the path or in a path behind #; zh. beside en., README.zh-CN.md beside README.md; http beside
    https; a slash or index.html at the end.
    """
    parts = parted(address)
    routed = parts.fragment.startswith(("/", "!/"))
    parts = parts._replace(
        scheme="https" if parts.scheme == "http" else parts.scheme,
        fragment=PATH_LOCALE.sub("", parts.fragment) if routed else parts.fragment,
    )
    path = re.sub(r"/{2,}|\.{2,}", lambda match: match[0][0], unlocalised(PATH_LOCALE.sub("", parts.path)))
    return parts._replace(netloc=HOST_LOCALE.sub("", parts.netloc.lower()), path=INDEX.sub("", path).rstrip("/")).geturl()


def unlocalised(path: str) -> str:
    """Return a path without what only tells the language in the names of its files: README.zh-CN.md beside README.md."""
    return FILE_LOCALE.sub("", path)


def same_place(ours: str, theirs: str) -> bool:
    """Tell whether two addresses, as written, may be one place in two languages although they differ.

    Sections have names of their own in each language, and so have articles of sites that keep a host for each language. A site
    may have an ending for each language: example.com.cn beside example.com.
    """
    here, there = parted(neutral(ours)), parted(neutral(theirs))
    if there._replace(fragment="") == here._replace(fragment=""):
        return any(re.search(r"%[89A-Fa-f][0-9A-Fa-f]|[^\x00-\x7f]", one.fragment) for one in (here, there))
    if here.netloc == there.netloc:
        return all(OWN_HOST.match(parted(address).netloc) for address in (ours, theirs))
    return here._replace(netloc="") == there._replace(netloc="") and by_country(here.netloc, there.netloc)


def by_country(ours: str, theirs: str) -> bool:
    """Tell whether two hosts have one name, and one of them ends with a country where the other ends otherwise."""
    inland, abroad = (ours, theirs) if COUNTRY.search(ours) else (theirs, ours)
    if not COUNTRY.search(inland) or COUNTRY.search(abroad):
        return False
    return COUNTRY.sub("", inland) == ENDING.sub("", abroad)


def published(address: str, page: Target) -> bool:
    """Tell whether an address looks like that of a page of this tree on its site: the same path at the end, the same section."""
    parts, path = parted(neutral(address)), PUBLISHED.sub("", page.name)
    if not path or page.name.startswith("index.") or parts.fragment != page.fragment:
        return False
    return f"{PUBLISHED.sub('', parts.path)}/".endswith(f"/{path}/")
