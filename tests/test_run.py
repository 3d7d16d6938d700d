"""./run on invented machines: each has only the commands it is given, and stand-ins for Python, apt and sudo.

The stand-ins write down how they were called, and keep what the machine has as files in a folder of facts.
"""

import os
import pty
import select
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="./run is for POSIX shells")

ROOT = Path(__file__).resolve().parent.parent
TOOLS = ["sh", "cat", "chmod", "cksum", "cp", "env", "ln", "mkdir", "mv", "nice", "ps", "readlink", "rm"]
TOOLS += ["sha256sum", "shasum", "tail", "touch", "true"]

PYTHON = """#!/bin/sh
facts='{facts}'
echo "${{0##*/}} $*" >>"$facts/calls"
case "$*" in
    '-c import venv') exit 0 ;;
    *version_info*) [ "${{0##*/}}" != python3 ] || [ ! -e "$facts/python-is-old" ] ;;
    *python_version*) echo 3.9.2 ;;
    *find_library*) [ -e "$facts/has-libportaudio2" ] ;;
    '-m ensurepip --version') [ -e "$facts/has-python3-venv" ] || [ "${{0##*/}}" != python3 ] ;;
    '-m venv --clear '*)
        rm -rf "$4"
        mkdir -p "$4/bin"
        cp "$0" "$4/bin/python"
        ;;
    '-m pip --version') exit 0 ;;
    '-m pip install '*)
        [ ! -e "$facts/pip-takes-long" ] || /bin/sleep 30
        [ ! -e "$facts/pip-takes-a-moment" ] || /bin/sleep 0.3
        if [ -e "$facts/pip-fails" ]; then echo 'No space left on device'; exit 1; fi
        cp "$facts/relaxapp" "${{0%/*}}/relaxapp"
        for tool in ruff mypy lint-imports pytest; do cp "$facts/checker" "${{0%/*}}/$tool"; done
        ;;
    '-m benchmarks'*) pwd ;;
    *) echo "unforeseen: $*" >&2; exit 9 ;;
esac
"""

RELAXAPP = """#!/bin/sh
pwd
for word in "$@"; do echo "<$word>"; done
[ "${1:-}" != fail ] || exit 7
"""

CHECKER = """#!/bin/sh
echo "${{0##*/}} $*" >>'{facts}/calls'
[ ! -e '{facts}/'"${{0##*/}}"-takes-long ] || exec /bin/sleep 60
[ ! -e '{facts}/fails-'"${{0##*/}}" ]
"""

COMMANDS = {
    "id": "#!/bin/sh\ncat '{facts}/uid'\n",
    "uname": "#!/bin/sh\ncat '{facts}/system'\n",
    "sleep": "#!/bin/sh\nexec /bin/sleep 0.02\n",
    "apt-get": """#!/bin/sh
echo "apt-get $*" >>'{facts}/calls'
[ ! -e '{facts}/apt-fails' ] || exit 100
for word in "$@"; do
    touch '{facts}/has-'"${{word##*/}}"
    case $word in
        python3.*-venv) cp '{facts}/python' '{bin}/'"${{word%-venv}}" ;;
    esac
done
""",
    "apt-cache": "#!/bin/sh\n[ -e '{facts}/offers-'\"$2\" ]\n",
    "dpkg-query": '#!/bin/sh\nfor word in "$@"; do :; done\n'
    "[ -e '{facts}/has-'\"$word\" ] && printf installed\n",
    "sudo": """#!/bin/sh
echo "sudo $*" >>'{facts}/calls'
case $1 in
    -v) [ ! -e '{facts}/sudo-refuses' ] ;;
    -n)
        [ -e '{facts}/sudo-without-password' ] || exit 1
        shift
        exec "$@"
        ;;
    *) exec "$@" ;;
esac
""",
}


class Machine:
    """A checkout in a folder with a space and a quote in its name, and a PATH of its own."""

    def __init__(self, folder: Path) -> None:
        self.checkout = folder / "Ann's relaxapp"
        self.bin = folder / "bin"
        self.facts = folder / "facts"
        self.elsewhere = folder / "elsewhere"
        for made in (self.checkout, self.bin, self.facts, self.elsewhere):
            made.mkdir()
        shutil.copy(ROOT / "run", self.checkout)
        shutil.copy(ROOT / "pyproject.toml", self.checkout)
        for tool in TOOLS:
            where = shutil.which(tool)
            if where:
                (self.bin / tool).symlink_to(where)
        self.write(self.facts / "python", PYTHON.format(facts=self.facts))
        self.write(self.facts / "relaxapp", RELAXAPP)
        self.write(self.facts / "checker", CHECKER.format(facts=self.facts))
        (self.facts / "uid").write_text("1000\n")
        (self.facts / "system").write_text("Linux\n")
        self.give("id", "uname", "sleep")
        self.has("python3-venv", "libportaudio2")
        self.give_python("python3")

    @staticmethod
    def write(path: Path, text: str) -> None:
        path.write_text(text)
        path.chmod(0o755)

    def give(self, *commands: str) -> None:
        for name in commands:
            self.write(self.bin / name, COMMANDS[name].format(facts=self.facts, bin=self.bin))

    def give_python(self, name: str) -> None:
        shutil.copy(self.facts / "python", self.bin / name)

    def give_apt(self) -> None:
        self.give("apt-get", "apt-cache", "dpkg-query")

    def has(self, *packages: str) -> None:
        for package in packages:
            self.fact(f"has-{package}")

    def lacks(self, package: str) -> None:
        (self.facts / f"has-{package}").unlink()

    def fact(self, name: str) -> None:
        (self.facts / name).touch()

    def forget(self, name: str) -> None:
        (self.facts / name).unlink()

    def become_root(self) -> None:
        (self.facts / "uid").write_text("0\n")

    @property
    def environment(self) -> dict[str, str]:
        return {"PATH": str(self.bin), "HOME": str(self.elsewhere)}

    def start(self, *args: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [self.checkout / "run", *args],
            cwd=self.elsewhere,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def run(self, *args: str) -> tuple[int, str, str]:
        """Run it without a terminal; return its exit status, standard output and standard error."""
        with self.start(*args) as process:
            out, err = process.communicate(timeout=60)
        return process.returncode, out, err

    def run_on_a_terminal(self, typed: str, **environment: str) -> tuple[int, str]:
        """Run it on a terminal where `typed` is typed; return its exit status and all that is seen."""
        pid, terminal = pty.fork()
        if pid == 0:
            os.chdir(self.elsewhere)
            os.execve(self.checkout / "run", ["run"], self.environment | environment)
        seen = b""
        os.write(terminal, typed.encode())
        try:
            while select.select([terminal], [], [], 30)[0]:
                seen += os.read(terminal, 4096)
        except OSError:  # the way Linux says that the other end of a terminal was closed
            pass
        status = os.waitpid(pid, 0)[1]
        os.close(terminal)
        return os.waitstatus_to_exitcode(status), seen.decode()

    def calls(self, beginning: str = "") -> list[str]:
        """The commands called so far that begin so, and forget none of them."""
        path = self.facts / "calls"
        lines = path.read_text().splitlines() if path.exists() else []
        return [line for line in lines if line.startswith(beginning)]

    def forget_calls(self) -> None:
        (self.facts / "calls").unlink(missing_ok=True)

    @property
    def lock(self) -> Path:
        return self.checkout / ".relaxapp-setup" / "lock"

    @property
    def stamp(self) -> Path:
        return self.checkout / ".venv" / "stamp-app"


@pytest.fixture
def machine(tmp_path: Path) -> Iterator[Machine]:
    yield Machine(tmp_path)


def test_first_use_sets_up_and_hands_everything_on(machine: Machine) -> None:
    status, out, err = machine.run("render", "two words", 'a "quote"', "")
    assert status == 0, err
    assert out.splitlines() == [str(machine.elsewhere), "<render>", "<two words>", '<a "quote">', "<>"]
    assert err.splitlines() == [
        "Setting up relaxapp, once: about a minute.",
        "Fetching the programs it is made of ...",
        "Ready.",
    ]
    assert machine.stamp.exists()
    assert not machine.lock.exists()


def test_a_second_start_calls_nothing_and_says_nothing(machine: Machine) -> None:
    machine.give_apt()
    machine.run()
    machine.forget_calls()
    assert machine.run() == (0, f"{machine.elsewhere}\n", "")
    assert machine.calls() == []


def test_the_exit_status_is_that_of_relaxapp(machine: Machine) -> None:
    assert machine.run("fail")[0] == 7


def test_through_a_link_it_finds_its_own_folder(machine: Machine) -> None:
    link = machine.bin / "relax"
    link.symlink_to(Path("..") / machine.checkout.name / "run")
    done = subprocess.run(
        ["relax", "list"], cwd=machine.elsewhere, env=machine.environment, capture_output=True
    )
    assert done.returncode == 0, done.stderr
    assert machine.stamp.exists()


def test_a_changed_pyproject_is_brought_up_to_date_in_place(machine: Machine) -> None:
    machine.run()
    machine.forget_calls()
    with (machine.checkout / "pyproject.toml").open("a") as file:
        file.write("# changed\n")
    assert machine.run()[0] == 0
    assert len(machine.calls("python -m pip install")) == 1
    assert machine.calls("python3 -m venv") == []


def test_a_moved_checkout_is_set_up_again(machine: Machine) -> None:
    machine.run()
    moved = machine.checkout.with_name("moved")
    machine.checkout.rename(moved)
    machine.checkout = moved
    machine.forget_calls()
    assert machine.run()[0] == 0
    assert len(machine.calls("python -m pip install")) == 1


def test_when_pip_fails_its_words_are_shown_and_it_is_tried_again(machine: Machine) -> None:
    machine.fact("pip-fails")
    status, out, err = machine.run("list")
    assert (status, out) == (1, "")
    assert "No space left on device" in err
    assert "run ./run again" in err.splitlines()[-1]
    assert not machine.stamp.exists()
    assert not machine.lock.exists()
    machine.forget("pip-fails")
    machine.forget_calls()
    assert machine.run()[0] == 0
    assert len(machine.calls("python3 -m venv --clear")) == 1, "what was left half-made is made anew"


def test_interrupted_it_is_done_again_next_time(machine: Machine) -> None:
    machine.fact("pip-takes-long")
    with machine.start() as process:
        wait_until(lambda: bool(machine.calls("python -m pip install")))
        os.killpg(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=30)
    assert (process.returncode, out) == (130, "")
    assert err.splitlines()[-1] == "Stopped. The set-up is done again next time."
    assert not machine.stamp.exists()
    assert not machine.lock.exists()
    machine.forget("pip-takes-long")
    assert machine.run()[0] == 0
    assert len(machine.calls("python3 -m venv --clear")) == 2


def wait_until(true: Callable[[], bool]) -> None:
    for _ in range(1000):
        if true():
            return
        time.sleep(0.02)
    raise AssertionError("it never came to that")


def test_two_at_once_set_up_once(machine: Machine) -> None:
    machine.fact("pip-takes-a-moment")
    with machine.start("one") as first:
        wait_until(lambda: (machine.lock / "pid").exists())
        with machine.start("two") as second:
            outs = [first.communicate(timeout=60), second.communicate(timeout=60)]
    assert (first.returncode, second.returncode) == (0, 0)
    assert [out.splitlines()[1] for out, _ in outs] == ["<one>", "<two>"]
    assert outs[1][1] == "Another ./run is setting relaxapp up; waiting for it.\n"
    assert len(machine.calls("python -m pip install")) == 1


@pytest.mark.parametrize(
    "left",
    [
        pytest.param("999999999 12345\n", id="of a process long gone"),
        pytest.param(f"{os.getpid()} 1\n", id="of a number that belongs to another process now"),
        pytest.param("", id="that was never signed"),
        pytest.param(None, id="without a signature"),
    ],
)
def test_a_lock_left_behind_is_cleared_away(machine: Machine, left: str | None) -> None:
    machine.lock.mkdir(parents=True)
    if left is not None:
        (machine.lock / "pid").write_text(left)
    status, _, err = machine.run()
    assert status == 0, err
    assert "waiting" not in err
    assert [path.name for path in machine.lock.parent.iterdir()] == ["log"]


# ---- Python ----


def test_a_name_that_does_not_run_is_passed_over(machine: Machine) -> None:
    machine.write(machine.bin / "python3.12", "#!/bin/sh\necho 'no such version' >&2\nexit 127\n")
    status, _, err = machine.run()
    assert status == 0, err
    assert "no such version" not in err


def test_the_newest_python_is_taken(machine: Machine) -> None:
    machine.give_python("python3.11")
    machine.give_python("python3.13")
    machine.run()
    assert machine.calls("python3.13 -m venv")


def test_an_old_python_is_one_sentence(machine: Machine) -> None:
    machine.fact("python-is-old")
    status, out, err = machine.run()
    assert (status, out) == (1, "")
    assert err.splitlines()[1:] == [
        "Relaxapp needs Python 3.11 or newer, and this is 3.9.2: install it from your system's packages "
        "or from python.org, then run ./run again."
    ]
    assert not machine.lock.exists()


def test_an_old_python_beside_a_newer_one_in_apt(machine: Machine) -> None:
    machine.give_apt()
    machine.become_root()
    machine.fact("python-is-old")
    machine.fact("offers-python3.11-venv")
    status, _, err = machine.run()
    assert status == 0, err
    assert machine.calls("python3.11 -m venv")


def test_without_apt_a_missing_venv_part_is_one_sentence(machine: Machine) -> None:
    machine.lacks("python3-venv")
    status, _, err = machine.run()
    assert status == 1
    assert err.splitlines()[1:] == [
        "Python is here, but its venv part is not: install it (Debian and Ubuntu: sudo apt-get install "
        "python3-venv), then run ./run again."
    ]


def test_root_installs_a_missing_venv_part(machine: Machine) -> None:
    machine.give_apt()
    machine.become_root()
    machine.has("festival", "festvox-us-slt-hts")
    machine.lacks("python3-venv")
    status, _, err = machine.run()
    assert status == 0, err
    update, install = machine.calls("apt-get")
    assert update.endswith(" update")
    assert install.endswith(" install --no-install-recommends python3-venv")


# ---- sound ----


def test_apt_is_left_alone_where_nothing_is_missing(machine: Machine) -> None:
    machine.give_apt()
    machine.become_root()
    machine.has("festival", "festvox-us-slt-hts")
    assert machine.run()[0] == 0
    assert machine.calls("apt-get") == []


def test_without_apt_missing_portaudio_is_one_sentence_and_it_goes_on(machine: Machine) -> None:
    machine.lacks("libportaudio2")
    status, _, err = machine.run()
    assert status == 0
    assert [line for line in err.splitlines() if "PortAudio" in line] == [
        "For sound, install PortAudio with your system's own packages (often named portaudio); "
        "relaxapp goes on without."
    ]


@pytest.mark.parametrize("sudo", [True, False], ids=["sudo wants a password", "no sudo"])
def test_without_a_terminal_nothing_is_asked_and_it_goes_on(machine: Machine, sudo: bool) -> None:
    machine.give_apt()
    if sudo:
        machine.give("sudo")
    machine.lacks("libportaudio2")
    status, _, err = machine.run()
    assert status == 0
    assert (
        "Sound needs PortAudio. To install it, someone with the right to may run: "
        "sudo apt-get install libportaudio2" in err.splitlines()
    )
    assert "Relaxapp goes on without sound; ./run doctor tells how to mend that." in err.splitlines()
    assert machine.calls("apt-get") == []
    assert set(machine.calls("sudo")) <= {"sudo -n true"}


def test_sudo_without_a_password_is_used_without_a_terminal(machine: Machine) -> None:
    machine.give_apt()
    machine.give("sudo")
    machine.fact("sudo-without-password")
    machine.lacks("libportaudio2")
    assert machine.run()[0] == 0
    assert any(call.endswith("libportaudio2") for call in machine.calls("sudo -n env"))


def test_on_a_terminal_sudo_is_asked_for_with_the_reason(machine: Machine) -> None:
    machine.give_apt()
    machine.give("sudo")
    machine.has("festival", "festvox-us-slt-hts")
    machine.lacks("libportaudio2")
    status, seen = machine.run_on_a_terminal("")
    assert status == 0, seen
    assert (
        "Sound needs PortAudio. Your system may ask for your password (sudo), to install: libportaudio2"
        in seen
    )
    assert machine.calls("sudo")[0] == "sudo -v"


@pytest.mark.parametrize("fact", ["sudo-refuses", "apt-fails"])
def test_when_installing_fails_it_goes_on_without_sound(machine: Machine, fact: str) -> None:
    machine.give_apt()
    machine.give("sudo")
    machine.fact(fact)
    machine.lacks("libportaudio2")
    status, seen = machine.run_on_a_terminal("n\n")
    assert status == 0, seen
    assert "Relaxapp goes on without sound" in seen


# ---- the voice that is asked about once ----


def test_the_better_voice_is_asked_about_once(machine: Machine) -> None:
    machine.give_apt()
    machine.give("sudo")
    assert "Install it too?" in machine.run_on_a_terminal("n\n")[1]
    assert machine.calls("apt-get") == []
    machine.stamp.unlink()
    assert "Install it too?" not in machine.run_on_a_terminal("")[1]


def test_enter_brings_the_better_voice(machine: Machine) -> None:
    machine.give_apt()
    machine.give("sudo")
    machine.has("festival")
    machine.run_on_a_terminal("\n")
    assert machine.calls("apt-get")[-1].endswith("--no-install-recommends festvox-us-slt-hts")


def test_a_better_voice_that_fails_is_no_hindrance(machine: Machine) -> None:
    machine.give_apt()
    machine.become_root()
    machine.fact("apt-fails")
    assert machine.run()[0] == 0


def test_continuous_integration_is_never_asked(machine: Machine) -> None:
    machine.give_apt()
    machine.give("sudo")
    assert "Install it too?" not in machine.run_on_a_terminal("", CI="true")[1]
    assert machine.calls("sudo") == ["sudo -n true"]


# ---- test and bench ----


def test_every_check_runs_even_where_one_fails(machine: Machine) -> None:
    for package in ("pulseaudio", "parec", "espeak-ng", "ffmpeg"):
        machine.write(machine.bin / package, "#!/bin/sh\n")
    machine.fact("fails-mypy")
    machine.fact("fails-lint-imports")
    status, out, err = machine.run("test")
    assert status == 1, err
    assert out.splitlines()[-1] == "Failed: mypy, import-linter."
    assert machine.calls("ruff") == ["ruff check .", "ruff format --check ."]
    assert sorted(machine.calls("pytest")) == [
        "pytest -n 2 -m alone tests/real",
        "pytest -n 5 --dist loadscope -m not alone",
    ]
    assert any(call.endswith("[test]") for call in machine.calls("python -m pip install"))


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_no_test_goes_on_when_it_is_stopped(machine: Machine, how: signal.Signals) -> None:
    machine.fact("pytest-takes-long")
    with machine.start("test") as process:
        wait_until(lambda: len(machine.calls("pytest")) == 2)
        os.killpg(process.pid, how)
        process.communicate(timeout=20)
    assert process.returncode == 128 + how
    wait_until(lambda: not is_a_group(process.pid))


def is_a_group(number: int) -> bool:
    """Whether any process of that group runs."""
    try:
        os.killpg(number, 0)
    except ProcessLookupError:
        return False
    return True


def test_when_all_is_well_the_last_line_says_so(machine: Machine) -> None:
    status, out, _ = machine.run("test")
    assert (status, out.splitlines()[-1]) == (0, "All checks passed.")


def test_what_the_tests_need_is_brought_by_apt(machine: Machine) -> None:
    machine.give_apt()
    machine.become_root()
    machine.run("test")
    assert machine.calls("apt-get")[-1].endswith(
        "pulseaudio pulseaudio-utils libasound2-plugins espeak-ng festival festvox-us-slt-hts"
        " ffmpeg shellcheck"
    )
    machine.forget_calls()
    machine.run("test")
    assert machine.calls("apt-get") == []
    assert machine.calls("python -m pip") == []


def test_bench_keeps_the_folder(machine: Machine) -> None:
    status, out, err = machine.run("bench", "render")
    assert (status, out) == (0, f"{machine.elsewhere}\n"), err
    assert machine.calls("python -m benchmarks") == ["python -m benchmarks render"]


def test_ci_runs_the_test_command(machine: Machine) -> None:
    (machine.checkout / ".ci").mkdir()
    shutil.copy(ROOT / ".ci" / "run", machine.checkout / ".ci")
    shell = shutil.which("bash")
    assert shell
    (machine.bin / "bash").symlink_to(shell)
    (machine.bin / "dirname").symlink_to(shutil.which("dirname") or "")
    done = subprocess.run([machine.checkout / ".ci" / "run"], env=machine.environment, capture_output=True)
    assert done.stdout.decode().splitlines()[-1] == "All checks passed.", done.stderr
