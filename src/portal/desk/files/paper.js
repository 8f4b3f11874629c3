// One paper, whatever its state: being typed, being signed, on its way, or in.

import { el } from './dom.js';
import { form, second } from './form.js';
import { kindName } from './home.js';
import { read } from './read.js';
import { onItsWay, received } from './receipt.js';
import * as store from './store.js';

export async function paper(desk, id) {
  const { say } = desk;
  const kept = await store.paper(id);
  const known = kept && await desk.enter(kept.desk);
  if (!known) return null;
  const contest = known.contests.find((one) => one.id === kept.contest);
  const head = el('div', { class: 'head' },
    el('p', { class: 'up' }, el('a', { href: `#/desks/${encodeURIComponent(kept.desk)}` }, `${say('home')}: ${desk.open.unit}`)),
    el('h1', { tabindex: -1 }, kindName(desk, kept.kind)),
    el('p', {}, `${say('unit')} ${kept.unit ?? desk.open.unit} ${unitName(known, kept)}`,
      contest?.title && ` · ${contest.title}`));
  switch (kept.state) {
    case 'typed': return form(desk, kept, head);
    case 'second': return second(desk, kept, head);
    case 'drawn': return read(desk, kept, head);
    case 'in': return received(desk, kept, head);
    default: return onItsWay(desk, kept, head);
  }
}

const unitName = (known, paper) => known.units.find((one) => one.unit === paper.unit)?.name ?? '';
