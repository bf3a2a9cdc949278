"""Unpacks the archives that were downloaded from a learning platform, for `nbgrader zip_collect`.

The archives contain what students handed in. An entry that would leave its folder, and everything that is not a plain
file, is left out, and one line says so. No archive can stop the others.
"""

from __future__ import annotations

import gzip
import lzma
import ntpath
import shutil
import stat
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any, NamedTuple

from nbgrader.plugins import ExtractorPlugin
from traitlets import Integer, List, Unicode

DEPTH = 3
"""How many archives may lie inside each other."""
UNREADABLE = (
    OSError, EOFError, ValueError, RuntimeError, NotImplementedError, zipfile.BadZipFile, tarfile.TarError, zlib.error,
    lzma.LZMAError,
)  # fmt: skip
"""What the readers of archives raise for a damaged, encrypted or unknown archive."""

Opener = Callable[[Any], IO[bytes] | None]
"""Opens an entry of an archive."""


class Entry(NamedTuple):
    """An entry of an archive: its name, its size in bytes, whether it is a plain file, and how to open it."""

    name: str
    size: int
    is_file: bool
    key: zipfile.ZipInfo | tarfile.TarInfo


class SafeExtractor(ExtractorPlugin):
    """nbgrader's extractor, but an archive can neither write outside its folder nor stop the collection."""

    zip_ext = List(Unicode(), [".zip", ".gz", ".tgz", ".tar"], help="Endings of archives to unpack.").tag(config=True)
    largest = Integer(100 * 2**20, help="Largest file that is unpacked, in bytes.").tag(config=True)
    most = Integer(10_000, help="How many entries of an archive are unpacked.").tag(config=True)

    def extract(self, archive_path: str, extracted_path: str) -> None:
        """Unpack the archives below `archive_path` into `extracted_path`, and copy all other files there."""
        source = Path(archive_path)
        paths = [path for path in sorted(source.rglob("*")) if not is_ghost(path.relative_to(source))]
        files = [path for path in paths if path.is_file() and not path.is_symlink()]
        if not files:
            self.log.warning("%s: there is no file here. Put the downloaded archive into this folder.", source)
        for path in files:
            self._take(path, Path(extracted_path) / path.relative_to(source).parent, DEPTH)

    def _take(self, path: Path, folder: Path, depth: int) -> None:
        """Put a downloaded file into a folder, an archive as a folder with its content."""
        try:
            if path.suffix.lower() in self.zip_ext:
                self._unpack(path, folder / _stem(path.name), depth)
            else:
                folder.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, folder / path.name)
        except UNREADABLE as error:
            self.log.warning(
                "%s: this file cannot be read (%s). Ask for it again, or unpack it by hand.", path, _words(error)
            )

    def _unpack(self, path: Path, folder: Path, depth: int) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                unsure = next((info.filename for info in archive.infolist() if not _knows_encoding(info)), "")
                if unsure:
                    self.log.warning(
                        "%s: the archive does not say how names such as %r are encoded, so they may be wrong. Check "
                        "the names of the students, and rename their folders.", path, unsure
                    )  # fmt: skip
                self._unpack_entries(path, folder, depth, _zip_entries(archive), archive.open)
        elif path.suffix.lower() == ".gz" and not tarfile.is_tarfile(path):
            with gzip.open(path) as packed:
                self._write(path, folder / path.stem, packed)
        else:
            with tarfile.open(path) as archive:
                self._unpack_entries(path, folder, depth, _tar_entries(archive), archive.extractfile)

    def _unpack_entries(self, path: Path, folder: Path, depth: int, entries: Iterator[Entry], opened: Opener) -> None:
        for number, entry in enumerate(entries):
            if number >= self.most:
                self.log.warning("%s: only the first %d files are unpacked. Unpack the rest by hand.", path, self.most)
                return
            fault = self._fault(entry)
            if fault:
                self.log.warning("%s: the entry %r %s, so it is left out.", path, entry.name, fault)
                continue
            place = Path(entry.name)
            if entry.name.endswith("/") or is_ghost(place):
                continue
            target = folder / place
            try:
                content = opened(entry.key)
                assert content is not None  # only links and devices have no content
                with content:
                    self._write(path, target, content)
            except UNREADABLE as error:
                self.log.warning(
                    "%s: the entry %r cannot be read (%s), so it is left out.", path, entry.name, _words(error)
                )
                continue
            if target.suffix.lower() in self.zip_ext and depth > 1:
                self._take(target, target.parent, depth - 1)

    def _fault(self, entry: Entry) -> str:
        """Return why an entry is left out, or an empty text."""
        if not entry.is_file:
            return "is a link or a device"
        if entry.name.startswith("/") or "\\" in entry.name or ntpath.splitdrive(entry.name)[0] or "\0" in entry.name:
            return "has an absolute name or a backslash"
        if ".." in entry.name.split("/"):
            return "leaves its folder"
        return f"has {entry.size / 2**20:.0f} MB" if entry.size > self.largest else ""

    def _write(self, path: Path, target: Path, content: IO[bytes] | gzip.GzipFile) -> None:
        """Write a file that has no more than `largest` bytes, whatever its archive says. An existing file is kept."""
        if target.exists():
            self.log.warning("%s: the entry %r is there twice. The first one counts.", path, target.name)
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        data = content.read(self.largest + 1)
        if len(data) > self.largest:
            raise ValueError(f"it has more than {self.largest / 2**20:.0f} MB")
        target.write_bytes(data)


def _words(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return str(error).partition("\n")[0].rstrip(":")


def is_ghost(path: Path) -> bool:
    """Return whether a relative path is hidden, as the files `._name` and `__MACOSX/` that a Mac adds to archives."""
    return any(part.startswith(".") or part == "__MACOSX" for part in path.parts)


def _stem(name: str) -> str:
    stem = name[: -len(Path(name).suffix)]
    return stem[: -len(".tar")] if stem.lower().endswith(".tar") else stem


def _zip_entries(archive: zipfile.ZipFile) -> Iterator[Entry]:
    for info in archive.infolist():
        mode = stat.S_IFMT(info.external_attr >> 16)
        info_name = _readable_name(info)
        yield Entry(info_name, info.file_size, mode in (0, stat.S_IFREG, stat.S_IFDIR), info)


def _knows_encoding(info: zipfile.ZipInfo) -> bool:
    """Return whether the name of an entry is UTF-8. Windows may write the encoding of its country."""
    if info.flag_bits & 0x800 or info.filename.isascii():
        return True
    try:
        info.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return False
    return True


def _readable_name(info: zipfile.ZipInfo) -> str:
    """Return the name of an entry. A Mac writes UTF-8 without saying so, and Python then assumes another encoding."""
    if info.flag_bits & 0x800:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return info.filename


def _tar_entries(archive: tarfile.TarFile) -> Iterator[Entry]:
    for info in archive:
        name = info.name + ("/" if info.isdir() else "")
        yield Entry(name, info.size, info.isfile() or info.isdir(), info)
