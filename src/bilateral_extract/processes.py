"""Work handed to child processes in batches: in order, with back-pressure, surviving a child that is killed.

The children are plain `python -c` processes that read pickled batches from standard input. So nothing is forked, a
caller's script needs no `if __name__ == "__main__"` guard, and the parent always knows which batch a dead child had.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import pickle
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from queue import SimpleQueue
from typing import Any

_BOOT = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from bilateral_extract.processes import serve; serve(sys.argv[2])"
)
_READY = "ready"


def map_batches(function: str, batches: Iterable[Sequence[Any]], workers: int) -> Iterator[list[Any]]:
    """Yield `function(batch)` for each batch, in order, computed by `workers` child processes.

    `function` is "module:name" of a function from a batch to a list of as many results. It is looked up in each child,
    so nothing but batches and results passes between the processes. At most two batches a worker are taken ahead.
    A child that dies is started anew and its batch is tried once more, item by item; an item whose child dies again
    has None for its result. Raises RuntimeError where children cannot start or `function` itself raises.
    """
    children = [_Child(function) for _ in range(workers)]
    idle: SimpleQueue[_Child] = SimpleQueue()
    for child in children:
        idle.put(child)

    def run(batch: Sequence[Any]) -> list[Any]:
        child = idle.get()
        try:
            results = child.ask(batch)
            if results is not None:
                return results
            return [result for item in batch for result in (child.ask([item]) or [None])]
        finally:
            idle.put(child)

    threads = ThreadPoolExecutor(workers, thread_name_prefix="bilateral-extract")
    pending: deque[Future[list[Any]]] = deque()
    try:
        for batch in batches:
            pending.append(threads.submit(run, batch))
            if len(pending) >= 2 * workers:
                yield pending.popleft().result()
        while pending:
            yield pending.popleft().result()
    finally:
        for child in children:
            child.close()
        threads.shutdown(cancel_futures=True)


def serve(function: str) -> None:
    """What a child runs: answer each batch on standard input with its results on standard output, until end of file."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever prints in here must not get between the answers
    module, name = function.split(":")
    call: Callable[[Sequence[Any]], list[Any]] = getattr(importlib.import_module(module), name)
    _send(answers, _READY)
    while True:
        try:
            batch = pickle.load(sys.stdin.buffer)
        except EOFError:
            return
        try:
            answer: list[Any] | str = call(batch)
        except Exception as error:
            answer = f"{type(error).__name__}: {error}"
        _send(answers, answer)


class _Child:
    """One child process, started when it is first asked and again after it has died."""

    def __init__(self, function: str) -> None:
        self._function = function
        self._process: subprocess.Popen[bytes] | None = None
        self._closed = False
        self._lock = threading.Lock()  # between the thread that asks and the one that closes

    def ask(self, batch: Sequence[Any]) -> list[Any] | None:
        """The results for `batch`, or None where the child died before it answered."""
        process = self._running()
        if process is None:
            return None
        try:
            _send(process.stdin, batch)
            answer = _receive(process)
        except (EOFError, OSError, pickle.UnpicklingError):
            self._stop()
            return None
        if isinstance(answer, str):
            raise RuntimeError(f"a worker process failed: {answer}")
        return list(answer)

    def close(self) -> None:
        """End the child for good."""
        with self._lock:
            self._closed = True
        self._stop()

    def _running(self) -> subprocess.Popen[bytes] | None:
        for _ in range(2):
            with self._lock:
                if self._closed:
                    return None
                if self._process is not None:
                    return self._process
                command = [sys.executable, "-c", _BOOT, json.dumps(sys.path), self._function]
                # A session of its own keeps the terminal's Ctrl-C from the child: the parent decides when it ends.
                process = self._process = subprocess.Popen(
                    command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True
                )
            with contextlib.suppress(EOFError, OSError, pickle.UnpicklingError):
                _receive(process)
                return process
            self._stop()
        raise RuntimeError(
            f"worker processes cannot start: {sys.executable} ended before it was ready. "
            "Its message is on standard error; workers=1 does without processes"
        )

    def _stop(self) -> None:
        with self._lock:
            process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            with contextlib.suppress(OSError):
                if pipe is not None:
                    pipe.close()


def _send(pipe: Any, message: object) -> None:
    pickle.dump(message, pipe, protocol=pickle.HIGHEST_PROTOCOL)
    pipe.flush()


def _receive(process: subprocess.Popen[bytes]) -> Any:
    assert process.stdout is not None
    return pickle.load(process.stdout)
