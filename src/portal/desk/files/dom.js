// Elements, made without markup of texts: whatever a paper says stays text.

/** An element with attributes, listeners (`onclick`), and what is inside it. What is null or false is left out. */
export function el(tag, given = {}, ...inside) {
  const made = tag === 'svg' || tag === 'path' ? document.createElementNS('http://www.w3.org/2000/svg', tag)
    : document.createElement(tag);
  for (const [name, value] of Object.entries(given)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) made.addEventListener(name.slice(2), value);
    else if (name === 'value') made.value = value;
    else made.setAttribute(name, value === true ? '' : value);
  }
  made.append(...inside.flat(Infinity).filter((part) => part !== null && part !== undefined && part !== false));
  return made;
}

/** A button that does something, once at a time; what goes wrong is told beside it. */
export function button(says, does, given = {}) {
  const made = el('button', { type: 'button', ...given }, says);
  made.addEventListener('click', async () => {
    made.disabled = true;
    untell(made);
    try {
      await does();
    } catch (error) {
      tell(made, error);
    } finally {
      made.disabled = false;
    }
  });
  return made;
}

/** A labelled control. */
export function field(label, control, ...more) {
  control.id ||= `f${(field.next = (field.next || 0) + 1)}`;
  return el('div', { class: 'field' }, el('label', { for: control.id }, label), control, more);
}

/** What is wrong and what to do, as the program says it; in the place of what was told there before. */
export function wrong(error) {
  const { says, do: remedy, code, others } = error;
  const lines = [says, remedy].filter(Boolean).map((line) => el('p', {}, line));
  const more = (others || []).map((other) => el('li', {}, other.says));
  return el('div', { class: 'wrong', role: 'alert' }, code && el('strong', {}, code), lines,
    more.length > 0 && el('ul', {}, more));
}

/** One of several things that are wrong: where, under which code, and what to do. */
export const failure = (error, where, more) => el('li', { 'data-state': 'refused', 'data-code': error.code },
  el('p', {}, where, el('br'), el('strong', {}, error.code), ` ${error.says}`, error.do && el('span', { class: 'remedy' }, error.do)), more);

/** Tells what went wrong, after an element. */
export function tell(after, error) {
  untell(after);
  (after.closest('.field, .actions') || after).after(wrong(error.says ? error : { says: String(error.message || error) }));
}

/** Takes away what was told there, before it is tried again. */
export function untell(after) {
  const told = (after.closest('.field, .actions') || after).nextElementSibling;
  if (told?.classList.contains('wrong')) told.remove();
}

/** A list of what is known: terms and what they are. */
export function terms(pairs) {
  return el('dl', { class: 'terms' }, pairs.filter(([, value]) => value !== null && value !== undefined && value !== '')
    .map(([term, value]) => el('div', {}, el('dt', {}, term), el('dd', {}, value))));
}

/** A square, for a camera. */
export function square(drawing, label) {
  if (!drawing) return null;
  return el('svg', { class: 'square', role: 'img', 'aria-label': label, viewBox: `0 0 ${drawing.side} ${drawing.side}` },
    el('path', { d: `M0 0h${drawing.side}v${drawing.side}h-${drawing.side}z`, class: 'light' }),
    el('path', { d: drawing.path, class: 'dark' }));
}

/** Asks before something is lost. */
export function sure(question, yes, no) {
  return new Promise((resolve) => {
    const dialog = el('dialog', { 'aria-label': question });
    const answer = (given) => () => dialog.close(given);
    dialog.append(el('p', {}, question), el('p', { class: 'actions' },
      el('button', { type: 'button', class: 'quiet', onclick: answer('no') }, no),
      el('button', { type: 'button', onclick: answer('yes') }, yes)));
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}

/** Has the browser save a file. */
export function save(name, bytes, type = 'application/octet-stream') {
  const href = URL.createObjectURL(new Blob([bytes], { type }));
  const link = el('a', { href, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}

/** The bytes of a text in base64, and the text of bytes. */
export const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
export function base64(of) {
  let text = '';
  for (let at = 0; at < of.length; at += 8192) text += String.fromCharCode(...of.subarray(at, at + 8192));
  return btoa(text);
}
