// Copies texts, also where the page has no right to the clipboard.

import { announce } from './dom.js';
import { t } from './i18n.js';

function copyBySelection(text) {
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'hidden';
  document.body.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  return done;
}

/** Copies a text and says so on the button for a moment. */
export async function copy(button, text) {
  let done = false;
  try {
    await navigator.clipboard.writeText(text);
    done = true;
  } catch {
    done = copyBySelection(text);
  }
  const label = button.dataset.label ?? button.textContent;
  button.dataset.label = label;
  button.textContent = t(done ? 'copied' : 'copyFailed');
  announce(button.textContent);
  setTimeout(() => { button.textContent = label; }, 1500);
}
