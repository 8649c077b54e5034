import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bilateral_extract.processes import map_batches

HERE = Path(__file__).parent


# --- what the children run -------------------------------------------------------------------------------------


def double(batch: list[int]) -> list[int]:
    print("noise on standard output must not matter")
    return [2 * item for item in batch]


def die_on_13(batch: list[int]) -> list[int]:
    if 13 in batch:
        os.kill(os.getpid(), signal.SIGKILL)
    return double(batch)


def die_once(batch: list[str]) -> list[str]:
    """Kill the process at the first sight of a batch, which then leaves a file behind."""
    for name in batch:
        if not Path(name).exists():
            Path(name).touch()
            os.kill(os.getpid(), signal.SIGKILL)
    return batch


def fail(batch: list[int]) -> list[int]:
    raise LookupError("no such model")


def sleep(batch: list[float]) -> list[float]:
    time.sleep(batch[0])
    return batch


# --- what the parent sees --------------------------------------------------------------------------------------


@pytest.fixture(autouse=True)
def _importable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(HERE))


def run(name: str, batches: list[list[object]], workers: int = 2) -> list[list[object]]:
    return list(map_batches(f"test_processes:{name}", batches, workers))


def test_results_come_in_order() -> None:
    assert run("double", [[1, 2], [3], [], [4, 5, 6]]) == [[2, 4], [6], [], [8, 10, 12]]


def test_a_killed_child_loses_only_the_item_that_kills() -> None:
    assert run("die_on_13", [[1], [12, 13, 14], [2]]) == [[2], [24, None, 28], [4]]


def test_what_was_killed_once_is_tried_again(tmp_path: Path) -> None:
    names = [str(tmp_path / str(number)) for number in range(3)]
    assert run("die_once", [[names[0]], [names[1]], [names[2]]]) == [[names[0]], [names[1]], [names[2]]]


def test_a_failing_function_is_told() -> None:
    with pytest.raises(RuntimeError, match="LookupError: no such model"):
        run("fail", [[1]])


def test_children_that_cannot_start_are_told() -> None:
    with pytest.raises(RuntimeError, match="worker processes cannot start"):
        run("no_such_function", [[1]])


def test_input_is_taken_only_a_little_ahead() -> None:
    taken = 0

    def batches() -> Iterator[list[int]]:
        nonlocal taken
        for number in range(100):
            taken += 1
            yield [number]

    results = map_batches("test_processes:double", batches(), 2)
    assert next(results) == [0]
    assert taken <= 5
    results.close()


def test_closing_early_ends_the_children_at_once() -> None:
    results = map_batches("test_processes:sleep", [[0.01], [60.0], [60.0], [60.0], [60.0]], 2)
    assert next(results) == [0.01]
    started = time.monotonic()
    results.close()
    assert time.monotonic() - started < 10
