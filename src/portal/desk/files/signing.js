// Where a member signs: the key file, its passphrase, and that what is signed was looked at.

import { el, field, tell, untell } from './dom.js';

/** A form that asks for a key; `sign` is given its file and the passphrase, and neither is kept here. */
export function signing(desk, agree, name, sign) {
  const { say } = desk;
  const file = el('input', { type: 'file', required: true });
  const passphrase = el('input', { type: 'password', autocomplete: 'off', spellcheck: 'false' });
  const agreed = el('input', { type: 'checkbox', required: true, id: 'agreed' });
  const go = el('button', { type: 'submit' }, name);
  const status = el('p', { role: 'status', class: 'small' });
  const form = el('form', { autocomplete: 'off' }, field(say('key-file'), file), field(say('passphrase'), passphrase),
    el('p', { class: 'agreed' }, agreed, el('label', { for: 'agreed' }, agree)), el('p', { class: 'actions' }, go), status);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    go.disabled = true;
    untell(go);
    status.textContent = say('signing');
    try {
      const [key, typed] = [file.files[0], passphrase.value];
      await sign(key, typed);
      form.reset();
    } catch (error) {
      tell(go, error);
      // It stays in no field for whoever sits down here next.
      passphrase.value = '';
      passphrase.focus();
    } finally {
      status.textContent = '';
      go.disabled = false;
    }
  });
  return form;
}
