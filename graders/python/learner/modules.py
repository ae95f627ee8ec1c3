"""The modules of the submission."""

import importlib
import os
import sys
import types
from collections.abc import Iterator

from .place import SUBMISSION

# What Python has loaded before a program begins: a file of the submission does not take its place there either.
_ALWAYS_THERE = frozenset("abc builtins codecs encodings io os posixpath site stat sys".split())


class Modules:
    """The modules that were loaded in this process, by the path that the tests know them by."""

    def __init__(self) -> None:
        self._loaded: dict[str, types.ModuleType] = {}

    def load(self, path: str) -> types.ModuleType:
        """Loads a module once; raises the submission's own error."""
        file = _file_of(path)
        if file is None:
            raise FileNotFoundError(f"There is no file {path} in the submission.")
        folder, name = _home_of(file)
        if folder not in sys.path:
            sys.path.insert(0, folder)
        module = importlib.import_module(name)
        self._loaded[path] = module
        return module

    def __contains__(self, path: str) -> bool:
        return path in self._loaded

    def __getitem__(self, path: str) -> types.ModuleType:
        return self._loaded[path]


def public_names(module: types.ModuleType) -> Iterator[tuple[str, object]]:
    """What a module has, but for the names that every module has."""
    for name, value in list(vars(module).items()):
        if type(name) is str and not (name.startswith("__") and name.endswith("__")):
            yield name, value


def uncover(folder: str) -> None:
    """
    Forgets the modules of the standard library that files of the submission are called like: a learner's `queue.py`
    is found before them, as it is at home.
    """
    for entry in os.listdir(folder):
        name = entry.removesuffix(".py")
        is_module = entry.endswith(".py") or os.path.isfile(f"{folder}/{entry}/__init__.py")
        if is_module and name in sys.modules and name not in _ALWAYS_THERE:
            del sys.modules[name]


def _file_of(path: str) -> str | None:
    target = os.path.normpath(f"{SUBMISSION}/{path}")
    choices = [target, f"{target}.py", f"{target}/__init__.py"]
    return next((file for file in choices if os.path.isfile(file)), None)


def _home_of(file: str) -> tuple[str, str]:
    """The folder that a file is imported from, and its name there: packages are imported as what they are."""
    folder, name = os.path.split(file.removesuffix(".py"))
    parts = [name]
    while os.path.isfile(f"{folder}/__init__.py") and folder != SUBMISSION:
        folder, name = os.path.split(folder)
        parts.insert(0, name)
    if parts[-1] == "__init__" and len(parts) > 1:
        parts.pop()
    return folder, ".".join(parts)
