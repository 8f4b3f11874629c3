// Papers from one machine to another: as a file, as text, or as squares from a screen to a camera.

import { bytes, button, el, field, square, tell } from './dom.js';

/** The squares of a paper, one at a time. */
export async function squares(desk, file) {
  const { say } = desk;
  const parts = await desk.program.bytes('parts', file);
  const text = el('textarea', { rows: 4, readonly: true, value: parts.map((part) => part.text).join('\n') });
  const at = el('div', { class: 'squares', role: 'status' });
  let shown = 0;
  const draw = () => {
    const label = `${say('square')} ${shown + 1} ${say('of')} ${parts.length}`;
    at.replaceChildren(square(parts[shown].square, label), el('p', {}, label));
  };
  draw();
  const next = button(say('next-square'), () => {
    shown = (shown + 1) % parts.length;
    draw();
  }, { class: 'quiet' });
  const copied = el('span', { role: 'status' });
  const copy = button(say('copy-text'), async () => {
    await navigator.clipboard.writeText(text.value);
    copied.textContent = say('copied');
  }, { class: 'quiet' });
  return el('div', {}, at, el('p', { class: 'actions' }, parts.length > 1 && next, copy, copied), field(say('from-text'), text));
}

/** Takes a paper in, however it comes; `take` is given its bytes. */
export function takeIn(desk, take) {
  const { say } = desk;
  const at = el('div', { class: 'take' });
  const trying = async (control, how) => {
    try {
      await how();
    } catch (error) {
      tell(control, error);
    }
  };
  const file = el('input', { type: 'file' });
  file.addEventListener('change', () => trying(file, async () => {
    if (file.files[0]) await take(new Uint8Array(await file.files[0].arrayBuffer()));
  }));
  const text = el('textarea', { rows: 2, autocomplete: 'off', spellcheck: 'false' });
  const pasted = button(say('take'), () => trying(text, () => joined(desk, text.value, take, text)), { class: 'quiet' });
  at.append(field(say('from-file'), file), field(say('from-text'), text), el('p', { class: 'actions' }, pasted), camera(desk, take));
  return at;
}

/** Puts texts together; whether the paper is whole. */
async function joined(desk, pasted, take, at) {
  const { paper, there, parts } = await desk.program.ask('joined', { pasted });
  if (!paper) {
    tell(at, { says: `${desk.say('parts-there')}: ${there.length} ${desk.say('of')} ${parts}` });
    return false;
  }
  await take(bytes(paper));
  return true;
}

/** The camera, where the browser itself reads squares. Elsewhere the page says so. */
function camera(desk, take) {
  const { say } = desk;
  if (!('BarcodeDetector' in self) || !navigator.mediaDevices) return el('p', { class: 'small' }, say('no-camera'));
  const video = el('video', { muted: true, playsinline: true, hidden: true });
  const status = el('p', { role: 'status' });
  const read = new Set();
  let stream = null;
  const stop = () => {
    stream?.getTracks().forEach((track) => track.stop());
    stream = null;
    video.hidden = true;
    start.textContent = say('start-camera');
  };
  const look = async (detector) => {
    if (!stream || !video.isConnected) return stop();
    for (const { rawValue } of await detector.detect(video).catch(() => [])) {
      if (!rawValue.startsWith('protokol ') || read.has(rawValue)) continue;
      read.add(rawValue);
      const { paper, there, parts } = await desk.program.ask('joined', { pasted: [...read].join('\n') });
      status.textContent = `${say('parts-there')}: ${there.length} ${say('of')} ${parts}`;
      if (paper) {
        stop();
        return take(bytes(paper));
      }
    }
    return setTimeout(() => look(detector).catch((error) => { stop(); tell(status, error); }), 200);
  };
  const start = button(say('start-camera'), async () => {
    if (stream) return stop();
    read.clear();
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
    video.srcObject = stream;
    video.hidden = false;
    start.textContent = say('stop-camera');
    await video.play();
    return look(new BarcodeDetector({ formats: ['qr_code'] }));
  }, { class: 'quiet' });
  return el('div', {}, el('p', {}, say('from-camera')), el('p', { class: 'actions' }, start), video, status);
}
