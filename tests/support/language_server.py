"""yaml-language-server, which editors use for YAML, asked over its protocol (LSP, on standard input and output)."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

Json = dict[str, Any]
SETTINGS = {"schemaStore": {"enable": False}, "validate": True, "hover": True, "completion": True}
CAPABILITIES = {"textDocument": {"hover": {"contentFormat": ["markdown"]}}}


def path_of_server() -> str:
    """The program, by the environment variable or on the search path; without it the test is skipped."""
    found = os.environ.get("YAML_LANGUAGE_SERVER") or shutil.which("yaml-language-server")
    return found or pytest.skip("no yaml-language-server here (npm install yaml-language-server)")


class Server:
    """A running server. Places are counted from 0, as the protocol does."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        self.process, self.number = process, 0
        self.found: dict[str, list[Json]] = {}
        self.ask("initialize", {"processId": os.getpid(), "rootUri": None, "capabilities": CAPABILITIES})
        self.tell("initialized", {})
        self.tell("workspace/didChangeConfiguration", {"settings": {"yaml": SETTINGS}})

    def open(self, path: Path, text: str) -> str:
        """Open a text as that of a file, and give its address."""
        address = path.absolute().as_uri()
        document = {"uri": address, "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": document})
        return address

    def mistakes(self, address: str) -> list[str]:
        """What is marked in an open text."""
        while address not in self.found:
            self._take(self._read())
        return [f"{one['range']['start']['line'] + 1}: {one['message']}" for one in self.found[address]]

    def hover(self, address: str, line: int, column: int) -> str:
        """What is told of the word at a place."""
        told = self._at("hover", address, line, column)
        return str(told["contents"]["value"]) if told else ""

    def offered(self, address: str, line: int, column: int) -> dict[str, str]:
        """The words offered at a place, each with what is said of it."""
        items = self._at("completion", address, line, column)["items"]
        return {item["label"]: item.get("documentation") or "" for item in items}

    def _at(self, what: str, address: str, line: int, column: int) -> Any:
        place = {"textDocument": {"uri": address}, "position": {"line": line, "character": column}}
        return self.ask(f"textDocument/{what}", place)

    def ask(self, method: str, params: Json) -> Any:
        """Ask, and give the answer."""
        self.number += 1
        self._send({"id": self.number, "method": method, "params": params})
        while True:
            message = self._read()
            if message.get("id") == self.number and "method" not in message:
                return message["result"]
            self._take(message)

    def tell(self, method: str, params: Json) -> None:
        """Say something that has no answer."""
        self._send({"method": method, "params": params})

    def _take(self, message: Json) -> None:
        if message.get("method") == "textDocument/publishDiagnostics":
            self.found[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "id" in message and message["method"] == "workspace/configuration":
            asked = [item["section"] for item in message["params"]["items"]]
            self._send({"id": message["id"], "result": [SETTINGS if one == "yaml" else {} for one in asked]})
        elif "id" in message:
            self._send({"id": message["id"], "result": None})

    def _send(self, message: Json) -> None:
        content = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(content), content))
        self.process.stdin.flush()

    def _read(self) -> Json:
        assert self.process.stdout
        size = 0
        while head := self.process.stdout.readline().strip():
            name, _, value = head.partition(b":")
            size = int(value) if name.lower() == b"content-length" else size
        assert size, "the server has ended"
        message: Json = json.loads(self.process.stdout.read(size))
        return message


@contextmanager
def language_server() -> Iterator[Server]:
    """A server for as long as it is needed."""
    command = [path_of_server(), "--stdio"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        try:
            yield Server(process)
        finally:
            process.kill()
