import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from clauselint.drafting import EditedContract, save
from clauselint.drafting.output import seal, unchanged_since_built


def contract(text: str, sealed: str | None = None) -> bytes:
    """A package with the two parts that tell whether a contract was edited."""
    body = text.encode()
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        core = f"<dc:identifier>{sealed or seal(body)}</dc:identifier>"
        package.writestr(zipfile.ZipInfo("docProps/core.xml"), core)
        package.writestr(zipfile.ZipInfo("word/document.xml"), body)
    return buffer.getvalue()


def test_a_new_contract_is_written_and_its_folder_made(tmp_path: Path):
    path = tmp_path / "contrats" / "cdd.docx"
    save({path: contract("un")})
    assert unchanged_since_built(path)
    assert [file.name for file in path.parent.iterdir()] == ["cdd.docx"]


def test_a_built_contract_that_nobody_edited_is_replaced(tmp_path: Path):
    path = tmp_path / "cdd.docx"
    save({path: contract("un")})
    save({path: contract("deux")})
    assert path.read_bytes() == contract("deux")


@pytest.mark.parametrize(
    "edited", [contract("ma version", seal(b"un")), b"autre chose", b"PK\x03\x04"]
)
def test_an_edited_contract_is_kept_and_nothing_else_is_written(tmp_path: Path, edited: bytes):
    path, other = tmp_path / "cdd.docx", tmp_path / "prestation.docx"
    path.write_bytes(edited)
    with pytest.raises(EditedContract, match="--force"):
        save({other: contract("deux"), path: contract("deux")})
    assert path.read_bytes() == edited
    assert not other.exists()


def test_force_replaces_an_edited_contract(tmp_path: Path):
    path = tmp_path / "cdd.docx"
    path.write_bytes(b"autre chose")
    save({path: contract("deux")}, force=True)
    assert path.read_bytes() == contract("deux")


def test_a_failure_leaves_the_old_contract_and_no_temporary_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    path = tmp_path / "cdd.docx"
    save({path: contract("un")})

    def refuse(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OSError, match="No space"):
        save({path: contract("deux")})
    assert path.read_bytes() == contract("un")
    assert [file.name for file in tmp_path.iterdir()] == ["cdd.docx"]
