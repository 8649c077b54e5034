"""Every Python snippet of the README and of docs/ runs, and prints what the lines that begin with `#>` say."""

import contextlib
import io
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
SNIPPET = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)
NEEDS = {
    "outputs.md": ["pandas", "pyarrow", "matplotlib"],
    "quickstart.md": ["pandas"],
    "batch.md": ["pandas", "pyarrow"],
}


def test_pages_have_snippets() -> None:
    assert sum(len(SNIPPET.findall(page.read_text(encoding="utf-8"))) for page in PAGES) > 15


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_snippets_run_and_print_what_the_page_says(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in NEEDS.get(page.name, []):
        pytest.importorskip(module)
    if page.name == "outputs.md":
        import matplotlib

        matplotlib.use("Agg")
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {"__name__": "page"}
    for snippet in SNIPPET.findall(page.read_text(encoding="utf-8")):
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(snippet, str(page), "exec"), names)
        assert printed.getvalue().splitlines() == re.findall(r"^#> (.*)$", snippet, re.MULTILINE), snippet


def test_rows_that_the_lexicon_page_shows_are_in_the_table() -> None:
    shown = re.findall(r"^```tsv\n(.*?)\n```", (ROOT / "docs/lexicon.md").read_text(encoding="utf-8"), re.MULTILINE)
    table = (ROOT / "src/bilateral_extract/lexicon/frames.tsv").read_text(encoding="utf-8").splitlines()
    assert len(shown) == 1
    assert set(shown) <= set(table)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8")):
        assert target.startswith("https://") or (page.parent / target).exists(), target
