// Makes a page follow the log while it is looked at: numbers change in place, and nothing else moves. Without this file a
// page says the same, as of when it was asked for.
const body = document.body;
const root = new URL(body.dataset.root, location.href);
const following = document.querySelector(".following");
const button = following?.querySelector("button");
const updated = following?.querySelector("[data-updated]");
const LIVE = "[data-live]";
/** Readers who are nudged at once ask within this time, not all at the same moment; how often to ask where nothing nudges. */
const SPREAD_MS = 700;
const ASK_MS = 15000;

let size = Number(body.dataset.size);
let paused = false;
let due = false;
let timer = 0;
let stream;

/** Puts what changed of the newest page in the place of what is shown. */
async function update() {
  timer = 0;
  if (paused || document.hidden) {
    due = true;
    return;
  }
  due = false;
  const answer = await fetch(location.href, { headers: { Accept: "text/html" }, cache: "no-cache" });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const now = Number(page.body.dataset.size);
  if (!(now > size)) return;
  size = now;
  still(() => {
    for (const part of document.querySelectorAll(LIVE)) {
      const newer = page.querySelector(`[data-live="${CSS.escape(part.dataset.live)}"]`);
      if (newer && newer.innerHTML !== part.innerHTML) replace(part, newer);
    }
  });
  updated.textContent = page.querySelector("[data-updated]")?.textContent ?? "";
}

/** Changes the page, and what is read stays where it stands on the screen: what is at the upper edge of the window. */
function still(change) {
  const read = scrollY > 0 ? document.elementFromPoint(innerWidth / 2, 1) : null;
  if (!read) return change();
  const [way, top] = [path(body, read), read.getBoundingClientRect().top];
  change();
  const now = at(body, way);
  if (now) scrollBy({ top: now.getBoundingClientRect().top - top, behavior: "instant" });
}

/** The texts of a part change where they stand; what was opened stays open, and the focus where it is. */
function replace(part, newer) {
  const focus = part.contains(document.activeElement) ? path(part, document.activeElement) : null;
  const open = [...part.querySelectorAll("details")].map((details) => details.open);
  part.replaceChildren(...newer.childNodes);
  [...part.querySelectorAll("details")].forEach((details, at) => { details.open = open[at] ?? false; });
  part.querySelectorAll("[data-sortable]").forEach(sortable);
  if (focus) at(part, focus)?.focus({ preventScroll: true });
  part.classList.remove("changed");
  requestAnimationFrame(() => part.classList.add("changed"));
}

function path(part, node) {
  const steps = [];
  for (; node !== part; node = node.parentElement) steps.unshift([...node.parentElement.children].indexOf(node));
  return steps;
}

function at(part, steps) {
  return steps.reduce((node, step) => node?.children[step], part);
}

function soon(after) {
  timer ||= setTimeout(() => update().catch(() => {}), after);
}

/** Follows the stream of nudges. Where it is refused, asks now and then, and tries to follow again. */
function follow() {
  stream = new EventSource(new URL(`v1/changes?after=${size}`, root));
  stream.addEventListener("size", () => soon(Math.random() * SPREAD_MS));
  stream.addEventListener("error", () => {
    if (stream.readyState !== EventSource.CLOSED) return;
    soon(0);
    setTimeout(follow, ASK_MS);
  });
}

/** Lets a table be sorted by any of its columns. */
function sortable(table) {
  table.querySelectorAll("thead th").forEach((head, column) => {
    if (head.querySelector("button")) return;
    const sorter = document.createElement("button");
    sorter.type = "button";
    sorter.textContent = head.textContent;
    head.replaceChildren(sorter);
    sorter.addEventListener("click", () => sort(table, head, column));
  });
}

function sort(table, head, column) {
  const up = head.getAttribute("aria-sort") !== "ascending";
  table.querySelectorAll("[aria-sort]").forEach((other) => other.removeAttribute("aria-sort"));
  head.setAttribute("aria-sort", up ? "ascending" : "descending");
  const value = (row) => row.cells[column].textContent.trim();
  const figure = (text) => Number(text.replace(/[\s\u00a0]/g, "").replace(",", ".").replace(/%$/, "").split("/")[0]);
  const order = (one, other) => {
    const [a, b] = [figure(one), figure(other)];
    return Number.isNaN(a) || Number.isNaN(b) ? one.localeCompare(other, document.documentElement.lang) : a - b;
  };
  const rows = [...table.tBodies[0].rows].sort((one, other) => order(value(one), value(other)) * (up ? 1 : -1));
  table.tBodies[0].append(...rows);
}

document.querySelectorAll("[data-sortable]").forEach(sortable);
document.querySelectorAll("[data-site]").forEach((site) => { site.textContent = root.href; });
if (following) {
  following.hidden = false;
  updated.textContent = "";
  button.addEventListener("click", () => {
    paused = !paused;
    button.textContent = paused ? button.dataset.resume : button.dataset.pause;
    if (!paused && due) soon(0);
  });
  document.addEventListener("visibilitychange", () => { if (!document.hidden && due) soon(0); });
  addEventListener("pagehide", () => stream?.close());
  follow();
}
