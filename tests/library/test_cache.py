"""The cache: what it keeps, when it is made anew, and what it never trusts."""

import os
import sys
import threading
import time
from functools import partial
from pathlib import Path

import pytest

from clauselint.library.cache import (
    cache_folder,
    cached,
    content_key,
    name_for,
    remembered_key,
)

KEY = b"k" * 32


class Maker:
    """Counts how often the slow thing is made."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self) -> dict[str, int]:
        self.count += 1
        return {"made": self.count}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CLAUSELINT_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def test_a_value_is_made_once_for_a_key(folder: Path) -> None:
    make = Maker()
    assert [cached("essai", KEY, make) for _ in range(3)] == [{"made": 1}] * 3
    assert [path.name for path in folder.iterdir()] == ["essai.cache"]


def test_another_key_makes_the_value_anew_in_the_same_file(folder: Path) -> None:
    make = Maker()
    cached("essai", KEY, make)
    assert cached("essai", b"l" * 32, make) == {"made": 2}
    assert cached("essai", b"l" * 32, make) == {"made": 2}
    assert len(list(folder.iterdir())) == 1


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: b"",
        lambda content: content[:20],
        lambda content: content[:-1],
        lambda content: content[:-1] + bytes([content[-1] ^ 1]),
        lambda content: b"not ours at all" + content,
    ],
)
def test_a_damaged_file_is_made_anew_without_a_word(folder: Path, damage) -> None:  # type: ignore[no-untyped-def]
    make = Maker()
    cached("essai", KEY, make)
    path = folder / "essai.cache"
    path.write_bytes(damage(path.read_bytes()))
    assert cached("essai", KEY, make) == {"made": 2}
    assert cached("essai", KEY, make) == {"made": 2}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_a_file_is_written_for_its_owner_and_not_trusted_when_others_may_write_it(
    folder: Path,
) -> None:
    make = Maker()
    cached("essai", KEY, make)
    path = folder / "essai.cache"
    assert path.stat().st_mode & 0o777 == 0o600
    path.chmod(0o622)
    assert cached("essai", KEY, make) == {"made": 2}


def test_a_folder_that_cannot_be_written_is_done_without(folder: Path) -> None:
    folder.write_text("a file stands where the folder would")
    make = Maker()
    assert [cached("essai", KEY, make)["made"] for _ in range(2)] == [1, 2]


def test_writers_at_the_same_time_leave_one_whole_file(folder: Path) -> None:
    barrier = threading.Barrier(8)
    found: list[object] = []

    def run(number: int) -> None:
        barrier.wait()
        for turn in range(20):
            sign = turn % 3
            value = cached("essai", bytes([sign]) * 32, partial(list, [sign] * 5000))
            found.append(value == [sign] * 5000)

    threads = [threading.Thread(target=run, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [True] * 160
    assert [path.name for path in folder.iterdir()] == ["essai.cache"]


def test_the_key_changes_with_the_name_and_content_of_each_file(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    keys = set()
    for content in ("a", "ab", ""):
        path.write_text(content)
        keys |= {content_key([(name, str(path))]) for name in ("a", "b")}
    assert len(keys) == 6
    assert content_key([("a", str(path))]) == content_key([("a", str(path))])


def test_the_folder_is_the_one_asked_for_else_that_of_the_platform(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAUSELINT_CACHE", "/ailleurs")
    assert cache_folder() == "/ailleurs"
    monkeypatch.delenv("CLAUSELINT_CACHE")
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache_folder() == f"{tmp_path}/clauselint"
    monkeypatch.setenv("HOME", "/home/avocat")
    monkeypatch.setenv("XDG_CACHE_HOME", "relatif")
    assert cache_folder() == "/home/avocat/.cache/clauselint"
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.delenv("XDG_CACHE_HOME")
    assert cache_folder() == "/home/avocat/Library/Caches/clauselint"


def test_two_libraries_keep_what_is_made_from_them_under_two_names():
    assert name_for("law", "/un/droit") == name_for("law", "/un/droit")
    assert name_for("law", "/un/droit") != name_for("law", "/autre/droit")
    assert name_for("library", "/a", "/b") != name_for("library", "/a")


@pytest.fixture
def old_file(tmp_path: Path) -> Path:
    """A file whose dates, the day being far ahead, are old enough for its key to be remembered."""
    path = tmp_path / "a.yaml"
    path.write_text("un")
    return path


@pytest.fixture
def years_after(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "time_ns", lambda: 2**63)


@pytest.mark.skipif(sys.platform == "win32", reason="nothing is remembered there")
def test_the_key_of_files_that_did_not_change_is_remembered(
    folder: Path, old_file: Path, years_after: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = [("a", str(old_file))]
    key = remembered_key("essai", files)
    assert key == content_key(files)
    monkeypatch.setattr("clauselint.library.cache._add", lambda *_: pytest.fail("read again"))
    assert remembered_key("essai", files) == key


def test_a_file_written_anew_with_its_old_size_and_date_is_seen(
    folder: Path, old_file: Path, years_after: None
) -> None:
    files = [("a", str(old_file))]
    before, stat = remembered_key("essai", files), old_file.stat()
    time.sleep(0.02)  # more than a tick of the file system's clock
    old_file.write_text("on")
    os.utime(old_file, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert remembered_key("essai", files) == content_key(files) != before


def test_nothing_is_remembered_of_a_file_just_written(folder: Path, old_file: Path) -> None:
    files = [("a", str(old_file))]
    assert remembered_key("essai", files) == content_key(files)
    assert not folder.exists()
