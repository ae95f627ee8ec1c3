"""
What `submission.load` gives. It never raises by itself: a module that could not be loaded, or a name that is missing,
fails the tests that use it. So every test is reported.
"""

from types import CodeType
from typing import TYPE_CHECKING, Any, NoReturn

from .faults import FAULTS, Trouble, learner
from .remote_function import RemoteFunction
from .troubles import TROUBLES

if TYPE_CHECKING:
    from .stubs import Stubs

# How a module's loading went: its names (stubs.py), or the error that its use raises.
Loading = dict[str, Any] | BaseException


class LoadedModule:
    """The names of a module of the submission."""

    def __init__(self, stubs: "Stubs", path: str, loading: Loading) -> None:
        self.__dict__["_touchstone"] = (stubs, path, loading)
        self.__dict__["__name__"] = path.removesuffix(".py").replace("/", ".")

    def __getattr__(self, name: str) -> Any:
        stubs, path, loading = self._touchstone
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        if isinstance(loading, BaseException):
            return _missing(loading)
        kind = loading.get(name)
        if kind is None:
            return _missing(_is_missing(path, name))
        if kind is True:
            return RemoteFunction(stubs, {"module": path, "name": name}, name)
        if kind is False:
            return stubs.get({"module": path}, name)
        stubs.want(kind)
        return kind

    def __setattr__(self, name: str, value: Any) -> None:
        stubs, path, loading = self._touchstone
        if isinstance(loading, BaseException):
            _missing(loading)
            return
        stubs.set({"module": path}, name, value)
        # Whatever it is now, it is asked for from now on.
        loading[name] = False

    def __delattr__(self, name: str) -> None:
        stubs, path, loading = self._touchstone
        stubs.delete({"module": path}, name)
        loading.pop(name, None)

    def __dir__(self) -> list[str]:
        loading = self._touchstone[2]
        return [] if isinstance(loading, BaseException) else sorted(loading)

    def __repr__(self) -> str:
        return f"<module {self._touchstone[1]} of the submission>"


class Missing:
    """Stands at the top of a test file for what is not there: whatever a test does with it fails the test."""

    def __init__(self, error: BaseException) -> None:
        self.__dict__["_touchstone"] = error

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return _fail(self)

    def __repr__(self) -> str:
        return "<missing in the submission>"


def _fail(missing: Missing, *_: Any, **__: Any) -> NoReturn:
    raise TROUBLES.note(missing.__dict__["_touchstone"])


for _name in (
    "call setattr delattr eq ne lt le gt ge hash bool len iter next getitem setitem contains enter exit str int float "
    "index add radd sub rsub mul rmul truediv instancecheck subclasscheck await aiter mro_entries"
).split():
    setattr(Missing, f"__{_name}__", _fail)


def missing_in(function: Any) -> BaseException | None:
    """Why a test cannot work, where it uses something at the top of its file that is missing."""
    code, found = getattr(function, "__code__", None), getattr(function, "__globals__", {})
    for name in _names(code) if isinstance(code, CodeType) else ():
        value = found.get(name)
        if type(value) is Missing:
            return value.__dict__["_touchstone"]
    return None


def _names(code: CodeType) -> set[str]:
    inner = [_names(part) for part in code.co_consts if isinstance(part, CodeType)]
    return set(code.co_names).union(*inner)


def _missing(error: BaseException) -> Any:
    if TROUBLES.runs:
        raise TROUBLES.note(error)
    return Missing(error)


def _is_missing(path: str, name: str) -> BaseException:
    message = f"{path} has no `{name}`: is it spelt differently, or inside a function or class?"
    error = Trouble(message)
    FAULTS.note(error, learner("AttributeError", message, path, 1, True))
    return error


