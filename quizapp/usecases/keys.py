"""Other keys as the faces drive them: what keys do, what is in the way of a choice, and the choice, written at once."""

from dataclasses import dataclass

from quizapp.model.keymap import Changes, clashes, keys_now, with_changes
from quizapp.model.keys_places import by_place, where
from quizapp.model.keys_table import Key, all_keys
from quizapp.usecases.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """One thing that keys do, with the keys that it has now."""

    key: Key
    now: tuple[str, ...]

    @property
    def where(self) -> str:
        """The title of the place in which it works."""
        return where(self.key)

    @property
    def changed(self) -> bool:
        """Whether it has other keys than usual."""
        return self.now != self.key.keys


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherKeys:
    """How much of all that keys do has other keys than usual, by name."""

    names: tuple[str, ...]

    @property
    def count(self) -> int:
        """How many."""
        return len(self.names)

    @property
    def text(self) -> str:
        """The same in a few letters, as a setting's value."""
        return f"{self.count} changed" if self.names else "as usual"


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A key that something else has already, where both may be wanted at the same time."""

    key: str
    by: Bound


def bound(workspace: Workspace) -> tuple[Bound, ...]:
    """Everything that keys do, in the order of the places in which it works."""
    return tuple(_bound(key, workspace) for key in by_place(all_keys().values()))


def other_keys(workspace: Workspace) -> OtherKeys:
    """What has other keys than usual."""
    return OtherKeys(names=tuple(one.key.name for one in bound(workspace) if one.changed))


def taken(workspace: Workspace, changes: Changes) -> Taken | None:
    """What is in the way of other keys; None where nothing is."""
    wanted = with_changes(workspace.configuration.keys, changes)
    for name, key, other in clashes(wanted):
        return Taken(key=key, by=_bound(all_keys()[other if name in changes else name], workspace))
    return None


def rebind(workspace: Workspace, changes: Changes) -> None:
    """Choose keys from now on; the usual ones are not written down.

    Raises:
        InputError: the settings file is damaged; it is left as it is.
        DiskError: it cannot be read or written.
    """
    from quizapp.settings.key_writing import save_keys  # tomlkit comes with it

    usual = {name: None if keys == all_keys()[name].keys else keys for name, keys in changes.items()}
    save_keys(workspace.settings_file, usual)
    workspace.read_settings_anew()


def _bound(key: Key, workspace: Workspace) -> Bound:
    return Bound(key=key, now=keys_now(key.name, workspace.configuration.keys))
