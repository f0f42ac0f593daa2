"""Completion in bash, zsh and fish: their scripts, which ask the program for the words that may follow."""

from pathlib import Path

from diplotimeline.cli.streams import print_text, say
from diplotimeline.errors import CallError
from diplotimeline.files import write_atomic
from diplotimeline.suggest import did_you_mean

# By each shell, where it looks for the script below the home folder, and what else it may need.
SHELLS = {
    "bash": (
        ".local/share/bash-completion/completions/diplotimeline",
        "It is read by the package bash-completion; without that, add to ~/.bashrc: source '{}'",
    ),
    "zsh": (
        ".zfunc/_diplotimeline",
        "If ~/.zshrc does not have it yet, add: fpath=(~/.zfunc $fpath); autoload -Uz compinit; compinit",
    ),
    "fish": (".config/fish/completions/diplotimeline.fish", ""),
}


def show_script(shell: str) -> None:
    """Print the script of a shell. Raises `CallError` for another shell."""
    print_text(_script(shell))


def install_script(shell: str) -> None:
    """Write the script of a shell where it looks for it. Raises `CallError` for another shell."""
    script = _script(shell)
    place, more = SHELLS[shell]
    path = Path.home() / place
    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomic(path, script.encode())
    say(f"Wrote {path}.", *([more.format(path)] if more else []), f"It works in a new {shell}.")


def _script(shell: str) -> str:
    if shell not in SHELLS:
        raise CallError(f"there is no completion for '{shell}'", did_you_mean(shell, SHELLS))
    return Path(__file__).with_name(f"{shell}.sh").read_text(encoding="utf-8")
