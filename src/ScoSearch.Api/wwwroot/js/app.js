// Puts the page together: address, views, search box, keyboard, status line.

import * as api from './api.js';
import { applyTexts, number, t, time, toggleLanguage } from './i18n.js';
import { ReadingView } from './reading-view.js';
import { nextScript, prepareScript, scriptMode } from './script.js';
import { SearchView } from './search-view.js';
import { address, read } from './state.js';
import { attachSuggestions } from './suggestions.js';

const main = document.getElementById('main');
const input = document.getElementById('q');
const results = new SearchView(main, go);
const reading = new ReadingView(main, go);
const themes = ['auto', 'light', 'dark'];
const capital = name => name[0].toUpperCase() + name.slice(1);
const statusEveryInMs = 30000;

function go(state) {
  history.pushState(null, '', address(state));
  render();
}

async function render() {
  const state = read();
  await prepareScript();
  input.value = state.q;
  document.title = state.q ? `${state.q} · ${t('title')}` : t('title');
  if (state.doc) {
    results.leave();
    await reading.show(state);
  } else {
    reading.leave();
    await (state.q.trim() ? results.show(state) : results.welcome());
  }
}

function search(text) {
  const q = text.trim();
  if (q) {
    go({ q, filters: {}, sort: 'score', page: 1 });
  }
}

function applyTheme() {
  const theme = localStorage.getItem('theme') ?? 'auto';
  document.documentElement.dataset.theme = theme;
  document.getElementById('theme').textContent = t(`theme${capital(theme)}`);
  document.getElementById('script').textContent = t(`script${capital(scriptMode())}`);
}

async function showStatus() {
  const line = document.getElementById('status-line');
  try {
    const { index } = await api.stats();
    line.textContent = t('status', {
      documents: number(index.documents), paragraphs: number(index.paragraphs), built: index.built ? time(index.built) : '—',
    });
  } catch (problem) {
    line.textContent = problem.code === 'not_ready' ? t('statusDown') : problem.message;
  }
}

function moveFocus(step) {
  const links = [...main.querySelectorAll('.hit .title')];
  const at = links.indexOf(document.activeElement);
  links[Math.min(links.length - 1, Math.max(0, at + step))]?.focus();
}

const suggestions = attachSuggestions(input, document.getElementById('suggestions'), search);

document.getElementById('search').addEventListener('submit', event => {
  event.preventDefault();
  suggestions.close();
  search(input.value);
});
document.getElementById('home').addEventListener('click', event => {
  event.preventDefault();
  go({ q: '', filters: {} });
  input.focus();
});
document.getElementById('language').addEventListener('click', () => {
  toggleLanguage();
  applyTheme();
  showStatus();
  render();
});
document.getElementById('theme').addEventListener('click', () => {
  const theme = localStorage.getItem('theme') ?? 'auto';
  localStorage.setItem('theme', themes[(themes.indexOf(theme) + 1) % themes.length]);
  applyTheme();
});
document.getElementById('script').addEventListener('click', async () => {
  await nextScript();
  applyTheme();
  render();
});
document.addEventListener('keydown', event => {
  const typing = event.target.closest('input, textarea, select');
  if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    input.focus();
    input.select();
  } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && !typing && main.querySelector('.hit')) {
    event.preventDefault();
    moveFocus(event.key === 'ArrowDown' ? 1 : -1);
  } else if (event.key === 'ArrowDown' && event.target === input && document.getElementById('suggestions').hidden) {
    moveFocus(1);
  } else if (event.key === 'Escape' && read().doc) {
    history.back();
  }
});
addEventListener('popstate', render);

applyTexts();
applyTheme();
render();
showStatus();
setInterval(showStatus, statusEveryInMs);
