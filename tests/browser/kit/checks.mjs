// What is asked of a page that is open. Each check answers with a list of lines, one for each thing that is wrong.

import axe from 'axe-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** How many things are reached by the keyboard at most: a list of hundreds is as good as its first ones. */
const REACHED = 250;
/** How many lines one check tells of a page. */
const TOLD = 8;

const few = (lines) => (lines.length > TOLD ? [...lines.slice(0, TOLD), `and ${lines.length - TOLD} more`] : lines);

/** WCAG 2.2 AA, as far as axe-core can tell. */
export async function accessible(page) {
  await page.evaluate(axe.source);
  return violated(page, TAGS);
}

/** Of the same, what hangs on the colours alone; of a page that was looked at whole. */
export function coloured(page) {
  return violated(page, { type: 'rule', values: ['color-contrast'] });
}

async function violated(page, runOnly) {
  const { violations } = await page.evaluate((rules) => window.axe.run(document, { runOnly: rules }), runOnly);
  const told = ({ id, nodes }) => nodes.map(({ target, failureSummary }) => {
    const why = failureSummary.split('\n').slice(1).join(' ').trim();
    return `axe ${id}: ${target.join(' ')}: ${why}`;
  });
  return few(violations.flatMap(told));
}

/** The page itself is never wider than its window. What is wider scrolls in a box of its own. */
export async function narrow(page) {
  const [wide, window] = await page.evaluate(() => [document.scrollingElement.scrollWidth, innerWidth]);
  return wide > window ? [`the page is ${wide} wide in a window of ${window}: ${await widest(page)}`] : [];
}

function widest(page) {
  return page.evaluate(() => {
    const right = (element) => element.getBoundingClientRect().right;
    const boxed = (element) => element.parentElement?.closest('*') && [...ancestors(element)].some(scrolls);
    const scrolls = (element) => ['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(element).overflowX);
    function* ancestors(element) {
      for (let up = element.parentElement; up && up !== document.body; up = up.parentElement) yield up;
    }
    const all = [...document.body.querySelectorAll('*')].filter((element) => right(element) > innerWidth && !boxed(element));
    const last = all.at(-1);
    return last ? `${last.localName}.${last.className} ${last.textContent.trim().slice(0, 40)}` : 'nothing to be seen';
  });
}

/** No text is cut, spills out of its box, or is broken inside a word; no two texts of a chart lie on each other. */
export async function whole(page) {
  return few(await page.evaluate(() => {
    const wrong = [];
    const text = (element) => element.textContent.trim().replace(/\s+/g, ' ').slice(0, 50);
    const name = (element) => `${element.localName}${element.className.length ? `.${element.className}` : ''} "${text(element)}"`;
    // What only screen readers read is a point, or clipped away.
    const seen = (element) => {
      const style = getComputedStyle(element);
      const { width, height } = element.getBoundingClientRect();
      return element.checkVisibility({ visibilityProperty: true }) && width > 1 && height > 1
        && style.clipPath === 'none' && style.clip === 'auto';
    };
    const hides = (overflow) => overflow === 'hidden' || overflow === 'clip';
    for (const element of document.body.querySelectorAll('*')) {
      if (element.closest('svg') || !seen(element) || !text(element)) continue;
      const style = getComputedStyle(element);
      const [sideways, down] = [element.scrollWidth - element.clientWidth, element.scrollHeight - element.clientHeight];
      if (hides(style.overflowX) && sideways > 1) wrong.push(`cut by ${sideways} px: ${name(element)}`);
      if (hides(style.overflowY) && down > 1) wrong.push(`cut by ${down} px of height: ${name(element)}`);
    }
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!node.data.trim() || parent.closest('svg, script, style') || ![parent, ...upwards(parent)].every(seen)) continue;
      range.selectNodeContents(node);
      const box = upwards(parent, true).find((element) => getComputedStyle(element).display !== 'inline');
      // What is too wide for a box that scrolls is reached by scrolling.
      const scrolls = ['auto', 'scroll'].includes(getComputedStyle(box).overflowX);
      if (!scrolls && range.getBoundingClientRect().right > box.getBoundingClientRect().right + 1.5) {
        wrong.push(`spills out: ${name(box)}`);
      }
      // Fingerprints, keys and addresses may be broken anywhere.
      if (parent.closest('code, kbd, pre, samp, [translate=no]')) continue;
      for (const word of node.data.matchAll(/[\p{L}\p{N}]{2,}/gu)) {
        if (/^[0-9a-f]{16,}$/.test(word[0])) continue;
        range.setStart(node, word.index);
        range.setEnd(node, word.index + word[0].length);
        const tops = [...range.getClientRects()].filter(({ width }) => width > 0).map(({ top }) => top);
        if (Math.max(...tops) - Math.min(...tops) > 3 && getComputedStyle(parent).hyphens !== 'auto') {
          wrong.push(`broken inside a word: ${word[0]} in ${name(box)}`);
        }
      }
    }
    for (const chart of document.querySelectorAll('svg')) {
      if (!chart.checkVisibility()) continue;
      const outer = chart.getBoundingClientRect();
      const texts = [...chart.querySelectorAll('text')].map((element) => [text(element), element.getBoundingClientRect()]);
      const out = ([, box]) => {
        return box.left < outer.left - 1 || box.right > outer.right + 1 || box.top < outer.top - 1 || box.bottom > outer.bottom + 1;
      };
      for (const [said] of texts.filter(out)) wrong.push(`out of its chart: "${said}"`);
      texts.forEach(([said, one], at) => {
        const under = texts.slice(at + 1).find(([, other]) => one.left < other.right - 1 && other.left < one.right - 1
          && one.top < other.bottom - 2 && other.top < one.bottom - 2);
        if (under) wrong.push(`on each other in a chart: "${said}" and "${under[0]}"`);
      });
    }
    return wrong;

    function upwards(element, own = false) {
      const all = own ? [element] : [];
      for (let up = element.parentElement; up && up !== document.documentElement; up = up.parentElement) all.push(up);
      return all;
    }
  }));
}

/** No script and no style stands in the page itself. */
export async function apart(page) {
  return few(await page.evaluate(() => {
    const inline = document.querySelectorAll('script:not([src]), style, [style]');
    const handlers = [...document.querySelectorAll('*')].filter((element) => {
      return element.getAttributeNames().some((attribute) => attribute.startsWith('on'));
    });
    return [...inline, ...handlers].map((element) => `inline: ${element.outerHTML.slice(0, 100)}`);
  }));
}

/** Every link, button and field is reached by Tab, in the order of the page, and one sees where one is. */
export async function reachable(page) {
  const all = await page.evaluate((most) => {
    const fields = 'a[href], button, input:not([type=hidden]), select, textarea, summary, iframe, [tabindex]';
    const reached = [...document.querySelectorAll(fields)].filter((element) => {
      return element.tabIndex >= 0 && !element.disabled && element.checkVisibility({ visibilityProperty: true });
    });
    // Of a group of radio buttons, one is reached.
    const radios = (element) => element.type === 'radio' && element.name;
    const kept = reached.filter((element) => {
      const group = radios(element) && reached.filter((other) => radios(other) === element.name && other.form === element.form);
      return !group || element === (group.find((other) => other.checked) ?? group[0]);
    });
    window.reached = kept.slice(0, most);
    document.activeElement?.blur();
    window.getSelection()?.removeAllRanges();
    scrollTo(0, 0);
    return window.reached.length;
  }, REACHED);
  const wrong = [];
  for (let next = 0, presses = 0; next < all && presses < all + 40; presses += 1) {
    await page.keyboard.press('Tab');
    const { at, told, parts } = await page.evaluate(looked);
    if (told) wrong.push(told);
    // A box that scrolls is reached too, and is none of the list.
    if (at === undefined) continue;
    // A field of a day and an hour is reached part by part.
    if (at === next - 1 && parts) continue;
    if (at !== next) {
      wrong.push(`after ${next} of ${all}, Tab leads to ${at}`);
      break;
    }
    next += 1;
    if (next < all && presses === all + 39) wrong.push(`Tab reaches ${next} of ${all}`);
  }
  return few(wrong);
}

/** Where the focus is in the list that was made, and what is wrong with how it is shown. Runs in the page. */
function looked() {
  const element = document.activeElement;
  const at = window.reached.indexOf(element);
  if (at < 0) {
    const scrolls = element && element !== document.body && element.scrollWidth > element.clientWidth;
    return scrolls ? {} : { at: element === document.body ? 'nothing' : element.outerHTML.slice(0, 80) };
  }
  const parts = ['date', 'datetime-local', 'time'].includes(element.type);
  const name = `${element.localName} "${(element.textContent.trim() || element.name || '').replaceAll(/\s+/g, ' ').slice(0, 40)}"`;
  const style = getComputedStyle(element);
  const ring = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
  if (!ring) return { at, parts, told: `one does not see that the focus is on ${name}` };
  const box = element.getClientRects()[0] ?? element.getBoundingClientRect();
  const middle = (from, to, most) => (Math.max(from, 0) + Math.min(to, most)) / 2;
  const [x, y] = [middle(box.left, box.right, innerWidth), middle(box.top, box.bottom, innerHeight)];
  const over = document.elementFromPoint(x, y);
  const free = over && (element.contains(over) || over.contains(element) || element.labels?.[0]?.contains(over));
  return { at, parts, told: free ? undefined : `the focus is hidden on ${name} by ${over?.outerHTML.slice(0, 60)}` };
}

/** The page says its language and its name, and has one heading of the first rank. */
export async function told(page, lang) {
  const { declared, title, first, fingerprint } = await page.evaluate(() => ({
    declared: document.documentElement.lang,
    title: document.title,
    first: document.querySelectorAll('h1').length,
    fingerprint: document.body.innerText,
  }));
  const wrong = [];
  if (declared !== lang) wrong.push(`the page says that it is in ${declared}`);
  if (!title.trim()) wrong.push('the page has no title');
  if (first !== 1) wrong.push(`the page has ${first} headings of the first rank`);
  if (!/\b[0-9a-f]{4}( [0-9a-f]{4}){3,}/.test(fingerprint)) wrong.push('the page shows no fingerprint');
  return wrong;
}
