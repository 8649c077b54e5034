"use strict";
// Shows the records in #data. Text of articles reaches the page through textContent only, so none of it is ever markup.
const data = JSON.parse(document.getElementById("data").textContent);
const get = (id) => document.getElementById(id);
const PAGE = 200; // rows that are put on the page at once
const state = { kind: data.kinds[0].name, sort: null, descending: false, shown: PAGE, origin: null };

function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

function plural(count, noun) {
  return `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
}

// --- choosing rows ---

function matches(record) {
  const search = get("search").value.trim().toLowerCase();
  const country = get("country").value;
  const [from, to] = [get("from").value, get("to").value];
  if (search && !record.search.includes(search)) return false;
  if (country && !record.countries.includes(country)) return false;
  if (from && !(record.end && record.end >= from)) return false;
  if (to && !(record.start && record.start <= to)) return false;
  if (state.kind !== "deals") return true;
  const [amount, currency] = [get("amount").value, get("currency").value];
  if (amount && !(record.amount !== null && record.amount >= Number(amount))) return false;
  return !currency || record.currency === currency;
}

function sortKey(record) {
  switch (state.sort) {
    case "value": return record.amount;
    case "date": return record.start;
    case "article": return data.articles[record.article].name;
    default: {
      const text = record.cells[state.sort]?.text ?? null;
      return text !== null && text !== "" && !Number.isNaN(Number(text)) ? Number(text) : text;
    }
  }
}

function compare(a, b) {
  const [x, y] = [sortKey(a), sortKey(b)];
  if (x === null || y === null) return (x === null) - (y === null); // empty cells last, whichever way
  const order = typeof x === "number" && typeof y === "number" ? x - y : String(x).localeCompare(String(y), "en");
  return state.descending ? -order : order;
}

// --- the table ---

function showTable() {
  const kind = data.kinds.find((one) => one.name === state.kind);
  const all = data.records.filter((record) => record.kind === state.kind);
  const chosen = all.filter(matches);
  if (state.sort) chosen.sort(compare);
  const columns = [...kind.slots.filter((slot) => all.some((record) => slot in record.cells)), "article"];
  const header = make("tr");
  for (const column of columns) {
    const button = make("button", { type: "button" }, column.replaceAll("_", " "));
    button.addEventListener("click", () => {
      state.descending = state.sort === column && !state.descending;
      state.sort = column;
      showTable();
      document.querySelector(`th[data-column="${column}"] button`).focus();
    });
    const cell = make("th", { scope: "col" }, button);
    cell.dataset.column = column;
    cell.ariaSort = state.sort === column ? (state.descending ? "descending" : "ascending") : "none";
    header.append(cell);
  }
  document.querySelector("thead").replaceChildren(header);
  const rows = chosen.slice(0, state.shown).map((record) => showRow(record, columns));
  document.querySelector("tbody").replaceChildren(...rows);
  get("more").hidden = chosen.length <= state.shown;
  get("status").textContent = `${plural(chosen.length, "record")} of ${all.length.toLocaleString("en")}`;
  for (const element of document.querySelectorAll(".deals-only")) element.hidden = state.kind !== "deals";
}

function showRow(record, columns) {
  const row = make("tr");
  for (const column of columns) {
    const cell = column === "article"
      ? { text: data.articles[record.article].name, spans: record.evidence }
      : record.cells[column];
    const field = make("td");
    if (cell) field.className = !/\s/.test(cell.text) ? "word" : cell.text.length > 40 ? "long" : "";
    if (cell) field.append(cell.spans.length ? cellButton(record, column, cell) : make("span", {}, cell.text));
    row.append(field);
  }
  return row;
}

function cellButton(record, column, cell) {
  const text = data.articles[record.article].text;
  const words = text === null ? "" : cell.spans.map(([start, end]) => slice(record.article, start, end)).join(" … ");
  const button = make("button", { type: "button", title: words }, cell.text);
  button.addEventListener("click", () => showArticle(record, cell, column, button));
  return button;
}

// --- the article ---

const characters = new Map(); // offsets count code points; strings of this language count UTF-16 units
function codePoints(article) {
  const text = data.articles[article].text;
  if (!characters.has(article)) characters.set(article, /[\ud800-\udfff]/.test(text) ? Array.from(text) : text);
  return characters.get(article);
}
function slice(article, start, end) {
  const part = codePoints(article).slice(start, end);
  return typeof part === "string" ? part : part.join("");
}

function showArticle(record, cell, column, button) {
  const article = data.articles[record.article];
  const title = make("h2", {}, article.title ?? article.name);
  const meta = make("p", { className: "meta" }, [article.published, article.url].filter(Boolean).join(" · "));
  const told = make("p", {}, make("strong", {}, `${record.id}, ${column.replaceAll("_", " ")}: `), cell.text);
  const parts = [title, meta, told, ...article.warnings.map((text) => make("p", { className: "hint" }, text))];
  if (article.text === null) {
    parts.push(make("p", { className: "hint" }, "The text was not kept with these records."));
  } else {
    const marks = [...article.marks];
    for (const [start, end] of record.evidence) marks.push([start, end, "clause"]);
    for (const [start, end] of cell.spans) marks.push([start, end, "found"]);
    parts.push(markText(record.article, marks));
  }
  get("article").replaceChildren(...parts);
  document.querySelector("td > button[aria-current]")?.removeAttribute("aria-current");
  button.setAttribute("aria-current", "true");
  state.origin = button;
  get("article").focus({ preventScroll: true });
  showFirst(get("article"), "mark.found");
}

function showFirst(panel, selector) {
  panel.scrollIntoView({ block: "nearest" });
  const found = panel.querySelector(selector);
  if (found) panel.scrollTop += found.getBoundingClientRect().top - panel.getBoundingClientRect().top - panel.clientHeight / 3;
}

function markText(article, marks) {
  const length = codePoints(article).length;
  const cuts = [...new Set([0, length, ...marks.flatMap(([start, end]) => [start, end])])].sort((a, b) => a - b);
  const opening = new Map(), closing = new Map();
  for (const [start, end, name] of marks) {
    opening.set(start, [...(opening.get(start) ?? []), name]);
    closing.set(end, [...(closing.get(end) ?? []), name]);
  }
  const open = new Map(), text = make("div", { className: "text" });
  for (let i = 0; i + 1 < cuts.length; i++) {
    for (const name of closing.get(cuts[i]) ?? []) open.set(name, open.get(name) - 1);
    for (const name of opening.get(cuts[i]) ?? []) open.set(name, (open.get(name) ?? 0) + 1);
    const names = [...open].filter(([, count]) => count > 0).map(([name]) => name);
    const words = slice(article, cuts[i], cuts[i + 1]);
    text.append(names.length ? make("mark", { className: names.join(" ") }, words) : words);
  }
  return text;
}

// --- wiring ---

function showTabs() {
  get("kinds").replaceChildren(...data.kinds.map(({ name }) => {
    const count = data.records.filter((record) => record.kind === name).length;
    const tab = make("button", { type: "button", id: `tab-${name}`, role: "tab" }, `${name} (${count.toLocaleString("en")})`);
    tab.setAttribute("aria-selected", String(name === state.kind));
    tab.setAttribute("aria-controls", "records");
    tab.tabIndex = name === state.kind ? 0 : -1;
    tab.addEventListener("click", () => chooseKind(name));
    return tab;
  }));
}

function chooseKind(name) {
  Object.assign(state, { kind: name, sort: null, descending: false, shown: PAGE });
  showTabs();
  showTable();
  document.querySelector(".scroll").scrollTo(0, 0);
  get(`tab-${name}`).focus();
}

get("kinds").addEventListener("keydown", (event) => {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  const names = data.kinds.map(({ name }) => name);
  chooseKind(names[(names.indexOf(state.kind) + step + names.length) % names.length]);
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && state.origin?.isConnected) state.origin.focus();
});
for (const id of ["search", "country", "from", "to", "amount", "currency"]) {
  get(id).addEventListener("input", () => { state.shown = PAGE; showTable(); });
}
get("clear").addEventListener("click", () => {
  for (const id of ["search", "country", "from", "to", "amount", "currency"]) get(id).value = "";
  showTable();
});
get("more").addEventListener("click", () => { state.shown += PAGE; showTable(); });

get("country").append(...data.countries.map(([value, name]) => make("option", { value }, `${name} (${value})`)));
get("currency").append(...data.currencies.map((value) => make("option", { value }, value)));
for (const record of data.records) {
  const words = [...Object.values(record.cells).map((cell) => cell.text), data.articles[record.article].name];
  if (data.articles[record.article].text !== null) {
    words.push(...record.evidence.map(([start, end]) => slice(record.article, start, end)));
  }
  record.search = words.join("\n").toLowerCase();
}
const failed = data.articles.filter((article) => article.error !== null);
if (failed.length) {
  const list = failed.map((article) => make("li", {}, `${article.name}: ${article.error}`));
  const summary = make("summary", {}, `${plural(failed.length, "article")} could not be read`);
  document.querySelector("header").append(make("details", { className: "error" }, summary, make("ul", {}, ...list)));
}
showTabs();
showTable();
