"""Reads the guide at the start of a build and logs what is wrong with it; `mkdocs build --strict` then fails."""

from __future__ import annotations

import datetime
import logging
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from bitext.finding import Level
from bitext.tree import TreeError
from guide.site import Current

LOG = logging.getLogger("mkdocs.hooks.checks")
LEVELS = {Level.ERROR: logging.ERROR, Level.WARNING: logging.WARNING, Level.NOTE: logging.INFO}


def on_config(config: MkDocsConfig) -> None:
    """Check once, in the build of the default language; the other languages are built inside it."""
    if getattr(config.plugins["i18n"], "building", False):
        return
    project = Path(config.config_file_path).resolve().parent
    try:
        site = Current.read(project, Path(config.docs_dir).relative_to(project).as_posix())
    except TreeError as error:
        raise PluginError(str(error)) from error
    for finding in site.findings(datetime.date.today()):
        LOG.log(LEVELS[finding.level], "%s", finding)
