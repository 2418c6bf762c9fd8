// One result: snippet with marked words, place, context in place, copying.

import * as api from './api.js';
import { copy } from './copying.js';
import { el, fill, marked } from './dom.js';
import { kindName, number, t } from './i18n.js';
import { show } from './script.js';
import { address } from './state.js';

/** Makes elements of a snippet in which matches stand between two private characters. */
export function snippetNodes(snippet) {
  return snippet.split(api.matchBegin).flatMap((piece, i) => {
    if (i === 0) {
      return [show(piece)];
    }
    const end = piece.indexOf(api.matchEnd);
    return end < 0 ? [show(piece)] : [el('mark', {}, show(piece.slice(0, end))), show(piece.slice(end + 1))];
  });
}

const spansOf = (hit, field) => hit.highlights.filter(span => span.field === field);

function placeOf(hit) {
  const { paragraph, document: doc } = hit;
  return [
    el('span', { class: `kind kind-${paragraph.kind}` }, kindName(paragraph.kind)),
    paragraph.section && el('span', { class: 'section' }, marked(paragraph.section, spansOf(hit, 'section'), show)),
    el('span', {}, t('paragraph', paragraph.number)),
    paragraph.page && el('span', {}, t('page', paragraph.page)),
    doc.source && el('span', { class: 'source' }, show(doc.source)),
    doc.date && el('time', { datetime: doc.date }, doc.date),
    hit.match === 'substring' && el('span', { class: 'by' }, t('substring')),
    hit.match === 'variant' && el('span', { class: 'by' }, t('variant')),
  ];
}

function footnoteList(hit) {
  const notes = hit.footnotes.filter(note => note.text);
  return notes.length === 0 ? null : el('ol', { class: 'notes', 'aria-label': t('footnotes') }, notes.map(note =>
    el('li', {}, el('span', { class: 'marker' }, note.marker), ' ', show(note.text))));
}

async function toggleContext(button, holder, hit, textNodes) {
  const open = button.getAttribute('aria-expanded') === 'true';
  button.setAttribute('aria-expanded', open ? 'false' : 'true');
  button.textContent = t(open ? 'context' : 'closeContext');
  if (open) {
    fill(holder, el('p', { class: 'snippet' }, snippetNodes(hit.snippet)));
    return;
  }
  try {
    const entry = await api.paragraph(hit.id, 2);
    const neighbour = p => el('p', { class: 'neighbour' }, show(p.text));
    fill(holder,
      entry.context.filter(p => p.number < hit.paragraph.number).map(neighbour),
      el('p', { class: 'whole' }, textNodes()),
      entry.context.filter(p => p.number > hit.paragraph.number).map(neighbour));
  } catch (problem) {
    fill(holder, el('p', { class: 'snippet' }, snippetNodes(hit.snippet)), el('p', { class: 'notice' }, problem.message));
  }
}

/** A result. */
export function hitArticle(hit, state, open, findSimilar) {
  const link = address({ doc: hit.document.id, p: hit.paragraph.number, q: state.q });
  const title = hit.document.title ?? hit.document.id;
  const holder = el('div', { class: 'text' }, el('p', { class: 'snippet' }, snippetNodes(hit.snippet)));
  const whole = () => marked(hit.text, spansOf(hit, 'text'), show);
  const button = (name, action) => el('button', { type: 'button', onclick: event => action(event.currentTarget) }, t(name));
  const permalink = location.origin + address({ doc: hit.document.id, p: hit.paragraph.number });
  const contextButton = button('context', pressed => toggleContext(pressed, holder, hit, whole));
  contextButton.setAttribute('aria-expanded', 'false');
  return el('article', { class: 'hit', 'data-id': hit.id },
    el('h2', {}, el('a', { href: link, class: 'title', onclick: event => open(event, hit) }, marked(title, spansOf(hit, 'title'), show))),
    el('p', { class: 'place' }, placeOf(hit)),
    holder,
    footnoteList(hit),
    hit.anchor && el('p', { class: 'anchor' }, t('footnoteOf', number(hit.anchor.number)), '：', show(hit.anchor.sentence)),
    half('continuedIn', hit.continuedIn),
    half('continues', hit.continues),
    hit.explain && explanation(hit.explain),
    hit.moreInDocument > 0 && el('p', { class: 'more' }, t('moreIn', number(hit.moreInDocument))),
    el('div', { class: 'actions' },
      contextButton,
      button('copyText', pressed => copy(pressed, hit.text)),
      hit.citation && button('copyCitation', pressed => copy(pressed, hit.citation.gbt7714)),
      button('copyLink', pressed => copy(pressed, permalink)),
      button('similar', pressed => findSimilar(pressed, hit))));
}

// The other half of a paragraph that was torn apart.
function half(name, paragraph) {
  return paragraph && el('p', { class: 'anchor' }, t(name, number(paragraph.number)), '：', show(paragraph.text));
}

function explanation(part) {
  return el('ul', { class: 'explanation' }, el('li', {}, `${part.value.toFixed(3)} ${part.description}`, part.details.map(explanation)));
}
