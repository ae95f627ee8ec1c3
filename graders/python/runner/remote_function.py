"""A function of the submission."""

from typing import TYPE_CHECKING, Any

from .probes import is_probe

if TYPE_CHECKING:
    from .stubs import Stubs


class RemoteFunction:
    """Called here, it runs there. `target`: where it is."""

    def __init__(self, stubs: "Stubs", target: dict[str, Any], name: str) -> None:
        self._touchstone = (stubs, target)
        self.__name__ = self.__qualname__ = name

    def __call__(self, /, *args: Any, **named: Any) -> Any:
        stubs, target = self._touchstone
        return stubs.call(target, args, named)

    def __getattr__(self, name: str) -> Any:
        if is_probe(name):
            raise AttributeError(name)
        stubs, target = self._touchstone
        if "key" in target:
            return stubs.get({"handle": _handle_of(stubs, target)}, name)
        return stubs.get(target, name)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, RemoteFunction) and self._touchstone == other._touchstone

    def __hash__(self) -> int:
        return hash(repr(self._touchstone[1]))

    def __repr__(self) -> str:
        return f"<function {self.__name__} of the submission>"


def _handle_of(stubs: "Stubs", target: dict[str, Any]) -> int:
    """The handle of a method, which is asked for: attributes of methods are rare."""
    base = {key: value for key, value in target.items() if key != "key"}
    method = stubs.get(base, target["key"])
    return method._touchstone[1]["handle"] if isinstance(method, RemoteFunction) else 0
