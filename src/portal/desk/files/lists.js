// The lists of a paper: members who dissent, scans. Each entry is added, and taken away again.

import { button, el, field, tell, untell } from './dom.js';
import * as store from './store.js';

const isEntry = (one) => /^[a-z_]+\/[0-9]+\//.test(one.place);

/** The fields that stand once, and the entries of the lists that stand already. */
export function split(all) {
  const many = {};
  for (const one of all.filter((field) => isEntry(field) && !field.sample)) {
    const [list, number, key] = one.place.split('/');
    ((many[list] ??= [])[number] ??= {})[key] = one.value;
  }
  return { single: all.filter((one) => !isEntry(one)), many };
}

/** What the lists say, in the places of a draft. */
export function typed(lists) {
  return Object.entries(lists).flatMap(([list, entries]) => entries.flatMap((entry, number) =>
    Object.entries(entry).map(([key, value]) => [`${list}/${number}/${key}`, value])));
}

/** The lists of a paper, each to be changed. */
export function editors(desk, paper, all, changed) {
  const named = new Set(all.filter(isEntry).map((one) => one.place.split('/')[0]));
  return [...named].map((list) => editor(desk, paper, all, list, changed));
}

function editor(desk, paper, all, list, changed) {
  const { say } = desk;
  const isScans = list === 'attachments';
  const template = all.filter((one) => one.place.startsWith(`${list}/`) && one.place.split('/')[1] === '0');
  const entries = el('div', { class: 'entries' });
  const keep = async () => {
    await store.changeShown(paper, (it) => { Object.assign(it, { lists: paper.lists, compared: false }); });
    changed();
  };
  const draw = () => entries.replaceChildren(...(paper.lists[list] ?? []).map((entry, number) => {
    const remove = button(say('remove'), async () => {
      const [gone] = paper.lists[list].splice(number, 1);
      await keep();
      // The file goes too, unless the same one is attached twice.
      if (isScans && !paper.lists[list].some((other) => other.blake3 === gone.blake3)) await store.dropScan(paper.id, gone.blake3);
      draw();
    }, { class: 'quiet' });
    const shown = isScans ? el('p', {}, entry.name, ' · ', Number(entry.bytes).toLocaleString(desk.lang), ' B')
      : template.map((one) => control(one, entry, keep));
    return el('div', { class: 'entry-of' }, shown, remove);
  }));
  draw();
  const add = isScans ? scanner(desk, paper, keep, draw) : button(say('add'), async () => {
    const blank = Object.fromEntries(template.map((one) => [one.place.split('/')[2], '']));
    (paper.lists[list] ??= []).push(blank);
    await keep();
    draw();
    entries.lastElementChild.querySelector('input, textarea')?.focus();
  }, { class: 'quiet' });
  return el('fieldset', {}, el('legend', {}, say(isScans ? 'field-attachments' : 'field-dissent')), entries, add);
}

function control(one, entry, keep) {
  const key = one.place.split('/')[2];
  const input = one.sort === 'long' ? el('textarea', { rows: 3, value: entry[key] ?? '' })
    : el('input', { type: 'text', inputmode: one.sort === 'number' ? 'numeric' : null, autocomplete: 'off', value: entry[key] ?? '' });
  input.addEventListener('input', () => {
    entry[key] = input.value;
    keep().then(() => untell(input), (error) => tell(input, error));
  });
  return field(one.label, input);
}

/** Takes a scan in: what stands of it in the paper, and the file itself, which goes with it. */
function scanner(desk, paper, keep, draw) {
  const input = el('input', { type: 'file', accept: 'image/jpeg,image/png,application/pdf', multiple: true });
  input.addEventListener('change', async () => {
    for (const file of input.files) {
      try {
        const bytes = await file.arrayBuffer();
        const scan = await desk.program.scan(file.name, bytes.slice(0));
        await store.putScan({ paper: paper.id, blake3: scan.blake3, name: scan.name, file: bytes });
        (paper.lists.attachments ??= []).push(scan);
        await keep();
        draw();
      } catch (error) {
        tell(input, error);
      }
    }
    input.value = '';
  });
  return field(desk.say('attach-scan'), input);
}

/** A file whose digest alone is said. */
export function digest(desk, typed) {
  const input = el('input', { type: 'file' });
  input.addEventListener('change', async () => {
    if (!input.files[0]) return;
    typed(await desk.program.bytes('digest', new Uint8Array(await input.files[0].arrayBuffer())));
  });
  return input;
}
