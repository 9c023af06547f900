"""What the commands share: a command line that is wrong is answered in one line."""

from __future__ import annotations

import argparse
from typing import NoReturn

from bitext.message import Message


class Misuse(Exception):
    """The command cannot run as asked; the message is one line that says why and what to do."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


class Parser(argparse.ArgumentParser):
    """A parser that says in one line what is wrong with a command line."""

    def error(self, message: str) -> NoReturn:
        """Raise Misuse instead of leaving the process with a usage of several lines."""
        raise Misuse(Message("{problem}; see {program} --help", problem=message, program=self.prog))
