// Completion of the search box: a combobox with a list, by keyboard and pointer.

import * as api from './api.js';
import { el, fill } from './dom.js';

const delayInMs = 80;

export function attachSuggestions(input, list, choose) {
  let active = -1;
  let timer = 0;
  let request = null;

  const options = () => [...list.children];

  function close() {
    clearTimeout(timer);
    request?.abort();
    list.hidden = true;
    active = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  }

  function mark(index) {
    active = index;
    options().forEach((option, i) => option.setAttribute('aria-selected', i === index ? 'true' : 'false'));
    if (index < 0) {
      input.removeAttribute('aria-activedescendant');
    } else {
      input.setAttribute('aria-activedescendant', options()[index].id);
    }
  }

  function take(text) {
    input.value = text;
    close();
    choose(text);
  }

  function show(suggestions) {
    fill(list, suggestions.map((suggestion, i) => el('li', {
      id: `suggestion-${i}`, role: 'option', 'aria-selected': 'false',
      onpointerdown: event => { event.preventDefault(); take(suggestion.text); },
    }, suggestion.text)));
    const any = suggestions.length > 0 && document.activeElement === input;
    list.hidden = !any;
    input.setAttribute('aria-expanded', any ? 'true' : 'false');
    mark(-1);
  }

  async function ask() {
    request?.abort();
    request = new AbortController();
    const text = input.value.trim();
    if (!text) {
      close();
      return;
    }
    try {
      const answer = await api.suggest(text, request.signal);
      show(answer.suggestions);
    } catch {
      // A completion that does not come is no news to the user: the search itself reports what is wrong.
      list.hidden = true;
    }
  }

  input.addEventListener('input', event => {
    clearTimeout(timer);
    if (!event.isComposing) {
      timer = setTimeout(ask, delayInMs);
    }
  });
  input.addEventListener('compositionend', () => { timer = setTimeout(ask, delayInMs); });
  input.addEventListener('blur', close);
  input.addEventListener('keydown', event => {
    if (event.isComposing || list.hidden) {
      return;
    }
    const count = options().length;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      mark(((active + 1 + step + count + 1) % (count + 1)) - 1);
    } else if (event.key === 'Enter' && active >= 0) {
      event.preventDefault();
      take(options()[active].textContent);
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      close();
    }
  });
  return { close };
}
