/**
 * The one script of a form carried away: adds rows, counts words, says what is not saved, and writes a new file. Nothing
 * is sent anywhere. Saved values stand in the markup itself, so that the file can be opened and saved again and again.
 */
export const carriedScript = `'use strict';
const form = document.querySelector('form');
const state = document.getElementById('state');
const fieldsOf = (root) => [...root.querySelectorAll('input, select, textarea')];
let unsaved = false;
for (const hidden of document.querySelectorAll('[data-add-row], #save')) hidden.hidden = false;
form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('input', (event) => {
  unsaved = true;
  state.textContent = form.dataset.unsaved;
  const counter = event.target.closest('word-counter');
  if (counter) count(counter, event.target.value);
});
addEventListener('beforeunload', (event) => {
  if (unsaved) event.preventDefault();
});
function count(counter, text) {
  let words = 0;
  if (Intl.Segmenter) {
    for (const part of new Intl.Segmenter(counter.dataset.lang, { granularity: 'word' }).segment(text)) if (part.isWordLike) words += 1;
  } else words = text.split(/\\s+/).filter(Boolean).length;
  const line = counter.querySelector('p');
  line.textContent = counter.dataset.says.replace('#', words);
  line.classList.toggle('error', words > Number(counter.dataset.most));
}
for (const button of document.querySelectorAll('[data-add-row]')) {
  button.addEventListener('click', () => {
    const body = button.closest('fieldset').querySelector('tbody');
    const last = body.rows[body.rows.length - 1];
    const row = last.cloneNode(true);
    const next = body.rows.length;
    row.cells[0].textContent = next + 1;
    for (const field of fieldsOf(row)) {
      for (const name of ['name', 'id']) field.setAttribute(name, field.getAttribute(name).replace(/\\.\\d+\\./, '.' + next + '.'));
      field.setAttribute('aria-label', (field.getAttribute('aria-label') || '').replace(/\\d+(?!.*\\d)/, next + 1));
      field.value = '';
    }
    body.append(row);
    const first = fieldsOf(row)[0];
    if (first) first.focus();
  });
}
document.getElementById('save').addEventListener('click', () => {
  const copy = document.documentElement.cloneNode(true);
  const now = fieldsOf(document);
  fieldsOf(copy).forEach((field, place) => {
    const live = now[place];
    if (live.type === 'checkbox' || live.type === 'radio') field.toggleAttribute('checked', live.checked);
    else if (live.tagName === 'SELECT') [...field.options].forEach((option, at) => option.toggleAttribute('selected', live.options[at].selected));
    else if (live.tagName === 'TEXTAREA') field.textContent = '\\n' + live.value;
    else field.setAttribute('value', live.value);
  });
  copy.querySelector('#state').textContent = '';
  for (const hidden of copy.querySelectorAll('[data-add-row], #save')) hidden.hidden = true;
  const file = new Blob(['<!doctype html>\\n' + copy.outerHTML], { type: 'text/html' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = document.title.replace(/[\\\\/:*?"<>|]/g, ' ').trim() + '.html';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  unsaved = false;
  state.textContent = form.dataset.saved;
});
`;
