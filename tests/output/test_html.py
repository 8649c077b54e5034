import base64
import hashlib
import html as html_module
import json
import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample import FAILED, TEXT, make_extraction

from bilateral_extract.models import ArticleInfo, Extraction
from bilateral_extract.output.html import render, render_fragment, render_page

EVIL = TEXT.replace("guests", "guests </script><!--<script>document.title='run'</script><img src=x onerror=alert(1)>")


class _Tags(HTMLParser):
    """The tags of a page with their attributes' names, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.words: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def test_fragment_shows_the_whole_text_and_marks_what_was_read() -> None:
    fragment = render_fragment(make_extraction())
    text = re.search(r'<div class="text">(.*?)</div>', fragment, re.DOTALL)
    assert text is not None
    assert html_module.unescape(re.sub("<[^>]*>", "", text[1])) == TEXT
    assert '<mark class="clause person">Kenji Sato</mark>' in text[1]
    assert '<td title="€1.25 billion">1,250,000,000 EUR</td>' in fragment


@given(st.text(max_size=200))
def test_no_text_becomes_markup_in_a_fragment(text: str) -> None:
    extraction = Extraction(article=ArticleInfo(title=text), error=text).with_text(text)
    page = _Tags(render_fragment(extraction))
    assert set(page.tags) <= {"div", "style", "p", "strong"}
    assert page.attributes <= {"class"}


def test_no_text_becomes_markup_in_a_page() -> None:
    page = render_page([make_extraction(EVIL, title="</script><script>1</script>")])
    tags = _Tags(page)
    assert tags.tags.count("script") == 2
    assert "img" not in tags.tags
    data = re.search(r'<script id="data"[^>]*>(.*?)</script>', page, re.DOTALL)
    assert data is not None
    assert json.loads(data[1])["articles"][0]["text"] == EVIL


def test_page_loads_nothing_and_runs_only_its_own_script() -> None:
    page = render_page([make_extraction()])
    assert not re.search(r"""(?:src|href)=["'](?!#)|@import|url\(""", page)
    script = re.search(r"<script>(.*?)</script>", page, re.DOTALL)
    assert script is not None
    digest = base64.b64encode(hashlib.sha256(script[1].encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}'" in page


def test_render_takes_one_or_many(tmp_path: Path) -> None:
    render(make_extraction(), tmp_path / "one.html")
    render(iter([make_extraction(), FAILED]), tmp_path / "two.html")
    assert "Records from 1 article<" in (tmp_path / "one.html").read_text(encoding="utf-8")
    assert "Records from 2 articles<" in (tmp_path / "two.html").read_text(encoding="utf-8")


CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)

# What a person would do, and what they would then see. Runs after the page's own script.
ACTIONS = """
const seen = {};
const cells = (column) => [...document.querySelectorAll("tbody tr")].map((row) => row.children[column].textContent);
const articles = () => [...document.querySelectorAll("tbody tr")].map((row) => row.lastElementChild.textContent);
const press = (element, key) => element.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
const type = (id, value) => { get(id).value = value; get(id).dispatchEvent(new Event("input")); };
seen.title = document.title;
seen.tabs = [...document.querySelectorAll("[role=tab]")].map((tab) => tab.textContent);
seen.rows = cells(0).length;
type("search", "no such words"); seen.none = get("status").textContent;
type("search", "WIRE-B"); seen.named = get("status").textContent;
type("search", "3 agreements worth"); seen.clause = get("status").textContent;
get("clear").click(); seen.cleared = get("status").textContent;
type("amount", "2e9"); seen.above = get("status").textContent;
type("amount", "1e9"); seen.below = get("status").textContent; get("clear").click();
seen.countries = [...get("country").options].map((option) => option.textContent);
type("country", "JPN"); seen.japan = get("status").textContent; get("clear").click();
type("from", "2024-04-01"); seen.later = get("status").textContent; get("clear").click();
const header = () => document.querySelector('th[data-column="article"]');
header().querySelector("button").click(); seen.up = [header().ariaSort, ...articles()];
header().querySelector("button").click(); seen.down = [header().ariaSort, ...articles()];
press(get("tab-deals"), "ArrowRight"); press(document.activeElement, "ArrowRight");
seen.tab = document.activeElement.textContent;
seen.filters = [...document.querySelectorAll(".filters label")].filter((one) => one.offsetParent !== null)
  .map((one) => one.firstChild.textContent.trim());
const cell = [...document.querySelectorAll("td > button")].find((one) => one.textContent === "fish");
cell.focus(); cell.click();
seen.found = [...document.querySelectorAll("#article mark.found")].map((mark) => mark.textContent);
seen.text = document.querySelector("#article .text").textContent;
seen.focus = document.activeElement.id;
press(document.activeElement, "Escape"); seen.back = document.activeElement === cell;
seen.errors = [...document.querySelectorAll(".error > *")].map((one) => one.textContent);
seen.ids = [...document.querySelectorAll("tbody tr td:first-child")].map((one) => one.textContent);
document.documentElement.dataset.seen = JSON.stringify(seen);
"""


@pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")
def test_page_in_a_browser(tmp_path: Path) -> None:
    page = render_page([make_extraction(id="wire-a"), make_extraction(EVIL, id="wire-b"), FAILED])
    [script] = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    longer = script + ACTIONS
    old, new = (base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in (script, longer))
    path = tmp_path / "page.html"
    path.write_text(page.replace(script, longer).replace(old, new), encoding="utf-8")
    assert CHROMIUM is not None
    command = [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom", path.as_uri()]
    dom = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True).stdout
    found = re.search(r'data-seen="([^"]*)"', dom)
    assert found is not None, dom[-2000:]
    seen = json.loads(html_module.unescape(found[1]))
    assert seen == {
        "title": "Records from 3 articles",
        "tabs": ["deals (2)", "delegations (2)", "meetings (2)", "events (2)"],
        "rows": 2,
        "none": "0 records of 2",
        "named": "1 record of 2",
        "clause": "2 records of 2",
        "cleared": "2 records of 2",
        "above": "0 records of 2",
        "below": "2 records of 2",
        "countries": ["any", "France (FRA)", "Japan (JPN)"],
        "japan": "2 records of 2",
        "later": "0 records of 2",
        "up": ["ascending", "wire-a", "wire-b"],
        "down": ["descending", "wire-b", "wire-a"],
        "tab": "meetings (2)",
        "filters": ["Search", "Country", "From", "To"],
        "found": ["fish"],
        "text": TEXT,
        "focus": "article",
        "back": True,
        "errors": ["1 article could not be read", "broken: text: give a str, not NoneType"],
        "ids": ["meeting-1", "meeting-1"],
    }
