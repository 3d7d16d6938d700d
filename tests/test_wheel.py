"""The wheel carries everything: a practice is rendered from what it holds alone."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def test_a_practice_is_rendered_from_the_wheel_alone(tmp_path: Path) -> None:
    built = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(tmp_path), str(ROOT)]
    subprocess.run(built, check=True, capture_output=True)
    [wheel] = tmp_path.glob("*.whl")
    unpacked = tmp_path / "unpacked"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(unpacked)
    assert not (unpacked / "tests").exists()

    words = ["render", "settling", "--minutes", "2", "-o", str(tmp_path / "settle.flac")]
    where = "import relaxapp; print(relaxapp.__file__); from relaxapp.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", where, *words],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(unpacked), "RELAXAPP_HOME": str(tmp_path / "home")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(str(unpacked))
    assert (tmp_path / "settle.flac").stat().st_size > 100_000
