// The document from paragraph to paragraph, opened at the one that was found, with its footnotes.

import * as api from './api.js';
import { copy } from './copying.js';
import { announce, el, fill } from './dom.js';
import { kindName, number, t } from './i18n.js';
import { show } from './script.js';
import { address } from './state.js';

const stretch = 100;

export class ReadingView {
  #main;
  #go;
  #request = null;

  constructor(main, go) {
    this.#main = main;
    this.#go = go;
  }

  /** Ends what is under way. */
  leave() {
    this.#request?.abort();
  }

  /** Opens a document at a paragraph. */
  async show(state) {
    this.#request?.abort();
    const request = new AbortController();
    this.#request = request;
    const wanted = state.p ?? 1;
    try {
      const [entry, list] = await Promise.all([
        api.document_(state.doc, request.signal),
        api.paragraphs(state.doc, Math.max(1, wanted - stretch / 2), wanted + stretch, request.signal),
      ]);
      if (!request.signal.aborted) {
        this.#render(entry, list, state, wanted);
      }
    } catch (problem) {
      if (problem.name !== 'AbortError') {
        announce(problem.message);
        fill(this.#main, el('section', { class: 'failure', role: 'alert' }, this.#back(state), el('h1', {}, t('notFound')), el('p', {}, problem.message)));
      }
    }
  }

  #back(state) {
    const to = { ...state, doc: null, p: null };
    return state.q ? el('a', { class: 'back', href: address(to), onclick: event => { event.preventDefault(); this.#go(to); } }, `← ${t('back')}`) : null;
  }

  #render(entry, list, state, wanted) {
    const doc = entry.document;
    const body = el('div', { class: 'paragraphs' }, list.map(p => this.#paragraph(p, wanted)));
    const earlier = el('button', { type: 'button', class: 'load' }, t('loadEarlier'));
    const later = el('button', { type: 'button', class: 'load' }, t('loadLater'));
    let first = list[0]?.paragraph.number ?? 1;
    let last = list.at(-1)?.paragraph.number ?? 0;
    const update = () => {
      earlier.hidden = first <= 1;
      later.hidden = last >= entry.paragraphs;
    };
    earlier.addEventListener('click', async () => {
      const more = await api.paragraphs(state.doc, Math.max(1, first - stretch), first - 1);
      body.prepend(...more.map(p => this.#paragraph(p, wanted)));
      first = more[0]?.paragraph.number ?? 1;
      update();
    });
    later.addEventListener('click', async () => {
      const more = await api.paragraphs(state.doc, last + 1, last + stretch);
      body.append(...more.map(p => this.#paragraph(p, wanted)));
      last = more.at(-1)?.paragraph.number ?? entry.paragraphs;
      update();
    });
    update();
    const facts = [doc.author, doc.source, doc.date, t('paragraphsIn', number(entry.paragraphs))].filter(Boolean);
    fill(this.#main, el('article', { class: 'reading' },
      this.#back(state),
      el('header', {}, el('h1', {}, show(doc.title ?? doc.id)), el('p', { class: 'place' }, facts.map(fact => el('span', {}, show(fact))))),
      earlier, body, later));
    document.title = `${doc.title ?? doc.id} · ${t('title')}`;
    const target = document.getElementById(`p-${wanted}`);
    if (state.p && target) {
      target.scrollIntoView({ block: 'center' });
      target.focus({ preventScroll: true });
    } else {
      scrollTo(0, 0);
    }
  }

  #paragraph(entry, wanted) {
    const { number: n, kind, page } = entry.paragraph;
    const tag = kind === 'heading' || kind === 'title' ? 'h2' : kind === 'quote' ? 'blockquote' : 'p';
    const permalink = location.origin + address({ doc: entry.document.id, p: n });
    return el('div', { class: `paragraph ${kind}${n === wanted ? ' wanted' : ''}`, id: `p-${n}`, tabindex: '-1' },
      el('a', { class: 'number', href: permalink, title: `${kindName(kind)}${page ? ` · ${t('page', page)}` : ''}` }, n),
      el(tag, {},
        entry.continues && [this.#jump(entry.continues.number, '⇠', t('continues', entry.continues.number)), ' '],
        this.#withMarkers(entry),
        entry.continuedIn && [' ', this.#jump(entry.continuedIn.number, '⇢', t('continuedIn', entry.continuedIn.number))],
        entry.anchor && [' ', this.#jump(entry.anchor.number, '↩', t('footnoteOf', entry.anchor.number))]),
      el('div', { class: 'actions' },
        el('button', { type: 'button', onclick: event => copy(event.currentTarget, entry.text) }, t('copyText')),
        entry.citation && el('button', { type: 'button', onclick: event => copy(event.currentTarget, entry.citation.gbt7714) }, t('copyCitation')),
        el('button', { type: 'button', onclick: event => copy(event.currentTarget, permalink) }, t('copyLink'))));
  }

  // Markers were taken out of the text; here they stand again where they stood, as links.
  #withMarkers(entry) {
    const parts = [];
    let at = 0;
    for (const note of [...entry.footnotes].sort((a, b) => a.offset - b.offset)) {
      parts.push(show(entry.text.slice(at, note.offset)));
      const target = note.id ? Number.parseInt(note.id.slice(note.id.lastIndexOf('#') + 1), 10) : null;
      parts.push(el('sup', {}, target ? this.#jump(target, note.marker, note.text ?? '') : note.marker));
      at = note.offset;
    }
    parts.push(show(entry.text.slice(at)));
    return parts;
  }

  #jump(n, text, title) {
    return el('a', {
      href: `#p-${n}`, title, 'aria-label': `${text} ${title}`.trim(), onclick: event => {
        const target = document.getElementById(`p-${n}`);
        event.preventDefault();
        target?.scrollIntoView({ block: 'center' });
        target?.focus({ preventScroll: true });
      },
    }, text);
  }
}
