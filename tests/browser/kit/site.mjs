// The site as its own links tell it: one page of every kind.
//
// The address of a page is a language and folders. Pages whose addresses have the same first folder and the same depth are
// of one shape (`contests/*/*`); of a shape, pages that are built otherwise (other elements, other classes) are other kinds.

/** How many pages of a shape are looked into, for each shape that leads to them. */
const LOOKED_INTO = 4;
/** How many kinds of one shape are kept. */
const KINDS_OF_A_SHAPE = 4;

/** The folders of a page below its language; none where the address below the site is no page's. */
function folders(path) {
  const found = path.match(/^(?:en|az|ru)\/((?:[^/]+\/)*)$/);
  return found && found[1].split('/').filter(Boolean);
}

function shape(path) {
  const [first = '', ...rest] = folders(path);
  return [first, ...rest.map(() => '*')].join('/');
}

/** What a page is built of. */
function build(html) {
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main'));
  const parts = main.matchAll(/<([a-z][a-z0-9]*)(?:[^>]*? class="([^"]*)")?/g);
  return [...new Set([...parts].map(([, name, of = '']) => `${name}.${of}`))].sort().join(' ');
}

/** Every address that a page leads to, without fragments. */
function links(html, base) {
  const found = html.matchAll(/ (?:href|src|action)="([^"<]*)"/g);
  return [...found].map(([, link]) => {
    const url = new URL(link.replaceAll('&amp;', '&'), base);
    url.hash = '';
    return url.href;
  });
}

/**
 * Walks a site, whose address ends with a slash, from its first page in one language. Answers with `kinds`, one page each
 * (`name`, and `path` below the language), and with `dead`, a line for each link that leads nowhere.
 */
export async function walk(site, lang = 'en') {
  const waiting = [{ path: `${lang}/`, from: '' }];
  const seen = new Set([`${lang}/`]);
  const counted = new Map();
  const kinds = new Map();
  const dead = [];
  const count = (key) => counted.set(key, (counted.get(key) ?? 0) + 1).get(key);
  while (waiting.length) {
    const { path, from } = waiting.shift();
    const answer = await fetch(site + path, { redirect: 'manual' });
    const isThere = answer.status === 200;
    if (!isThere) dead.push(`${from || 'nobody'} leads to ${path}: ${answer.status}`);
    if (!isThere || !answer.headers.get('content-type')?.startsWith('text/html')) {
      await answer.body?.cancel();
      continue;
    }
    const html = await answer.text();
    const is = folders(path);
    if (is) {
      const key = `${shape(path)} ${build(html)}`;
      if (!kinds.has(key) && count(`kinds of ${shape(path)}`) <= KINDS_OF_A_SHAPE) {
        kinds.set(key, { name: shape(path), path: path.slice(lang.length + 1) });
      }
    }
    for (const link of links(html, site + path)) {
      if (!link.startsWith(site)) {
        if (new URL(link).origin === new URL(site).origin) dead.push(`${path} leads out of the site: ${link}`);
        continue;
      }
      const further = link.slice(site.length);
      const to = folders(further);
      const of = to ? shape(further) : further.split(/[?]/)[0].split('/').slice(0, 2).join('/');
      if (to && !further.startsWith(`${lang}/`)) continue;
      if (seen.has(further) || count(`${is ? shape(path) : path} leads to ${of}`) > LOOKED_INTO) continue;
      seen.add(further);
      waiting.push({ path: further, from: path });
    }
  }
  return { kinds: named([...kinds.values()]), dead };
}

/** Kinds of one shape are numbered. */
function named(kinds) {
  const counted = new Map();
  return kinds.map(({ name, path }) => {
    const nth = counted.set(name, (counted.get(name) ?? 0) + 1).get(name);
    return { name: `${name || 'first page'}${nth > 1 ? ` (${nth})` : ''}`, path };
  });
}
