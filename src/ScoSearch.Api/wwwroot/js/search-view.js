// The view of results: states from empty to answered, facets, pages.

import * as api from './api.js';
import { announce, el, fill } from './dom.js';
import { facetSide } from './facets.js';
import { hitArticle } from './hit.js';
import { number, t } from './i18n.js';
import { address, pageSize, parametersOf } from './state.js';

const slowAfterInMs = 300;
const verySlowAfterInMs = 3000;
const examples = ['上合组织 三股势力', '“上海精神”', '上海合作組織', '中吉乌铁路', 'shanghai jingshen'];
const maxPages = 1000;

export class SearchView {
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

  /** Shows the page before any question. */
  welcome() {
    fill(this.#main, el('section', { class: 'welcome' },
      el('h1', {}, t('welcome')), el('p', {}, t('hint')),
      el('p', { class: 'examples' }, t('examples'), examples.map(q =>
        el('a', { href: address({ q, filters: {} }), onclick: event => this.#follow(event, { q, filters: {}, sort: 'score', page: 1 }) }, q)))));
  }

  /** Asks and shows the answer. */
  async show(state) {
    this.#request?.abort();
    const request = new AbortController();
    this.#request = request;
    this.#main.setAttribute('aria-busy', 'true');
    const slow = setTimeout(() => this.#waiting('searching'), slowAfterInMs);
    const verySlow = setTimeout(() => this.#waiting('slow'), verySlowAfterInMs);
    try {
      const answer = await api.search(parametersOf(state), request.signal);
      if (!request.signal.aborted) {
        this.#answered(answer, state);
      }
    } catch (problem) {
      if (problem.name !== 'AbortError') {
        this.#failed(problem, state);
      }
    } finally {
      clearTimeout(slow);
      clearTimeout(verySlow);
      if (this.#request === request) {
        this.#main.removeAttribute('aria-busy');
      }
    }
  }

  #follow(event, state) {
    if (!event.metaKey && !event.ctrlKey && !event.shiftKey) {
      event.preventDefault();
      this.#go(state);
    }
  }

  #waiting(text) {
    announce(t(text));
    fill(this.#main, el('section', { class: 'waiting' }, el('p', { class: 'notice' }, t(text)),
      [1, 2, 3].map(() => el('div', { class: 'skeleton', 'aria-hidden': 'true' }))));
  }

  #failed(problem, state) {
    announce(problem.message);
    fill(this.#main, el('section', { class: 'failure', role: 'alert' }, el('h1', {}, t('error')), el('p', {}, problem.message),
      problem.traceId && el('p', { class: 'trace' }, `${t('trace')} ${problem.traceId}`),
      el('button', { type: 'button', onclick: () => this.show(state) }, t('retry'))));
  }

  #answered(answer, state) {
    const count = number(answer.total.value);
    const total = answer.total.relation === 'eq' ? t('total', count) : t('totalAtLeast', count);
    announce(answer.hits.length === 0 ? t('none') : total);
    fill(this.#main, el('div', { class: 'columns' },
      facetSide(answer, state, this.#go),
      el('section', { class: 'results', 'aria-label': total },
        el('div', { class: 'summary' },
          el('h1', { class: 'total' }, answer.hits.length === 0 && state.page === 1 ? t('none') : total,
            el('small', {}, ' ', t('took', answer.tookMs.toFixed(1)))),
          this.#order(state)),
        this.#remarks(answer, state),
        answer.hits.length === 0
          ? el('p', { class: 'notice' }, t('noneHint'))
          : el('ol', { class: 'hits', start: (state.page - 1) * pageSize + 1 }, answer.hits.map(hit =>
            el('li', {}, hitArticle(hit, state,
              event => this.#follow(event, { ...state, doc: hit.document.id, p: hit.paragraph.number }),
              (button, of) => this.#similar(button, of, state))))),
        this.#pages(answer, state))));
  }

  #remarks(answer, state) {
    return [
      answer.relaxed && el('p', { class: 'notice relaxed' }, answer.relaxed.message),
      answer.timedOut && el('p', { class: 'notice' }, t('timedOut')),
      answer.didYouMean && el('p', { class: 'notice' }, t('didYouMean'), ' ', el('a', {
        href: address({ ...state, q: answer.didYouMean, page: 1 }),
        onclick: event => this.#follow(event, { ...state, q: answer.didYouMean, page: 1 }),
      }, answer.didYouMean)),
    ];
  }

  #order(state) {
    const names = { score: 'sortScore', dateDescending: 'sortDateDescending', dateAscending: 'sortDateAscending', document: 'sortDocument' };
    return el('div', { class: 'order' },
      el('label', {}, t('sort'), ' ', el('select', { id: 'sort', onchange: event => this.#go({ ...state, sort: event.target.value, page: 1 }) },
        Object.entries(names).map(([value, name]) => el('option', { value, selected: state.sort === value }, t(name))))),
      el('label', {}, el('input', { type: 'checkbox', id: 'group', checked: state.group, onchange: event => this.#go({ ...state, group: event.target.checked, page: 1 }) }),
        ' ', t('group')));
  }

  #pages(answer, state) {
    const last = Math.min(maxPages, Math.ceil(answer.total.value / pageSize));
    const link = (page, name) => el('a', {
      href: address({ ...state, page }), rel: name, onclick: event => { this.#follow(event, { ...state, page }); scrollTo(0, 0); },
    }, t(name === 'prev' ? 'previous' : 'next'));
    return answer.hits.length === 0 && state.page === 1 ? null : el('nav', { class: 'pages', 'aria-label': `${state.page} / ${last}` },
      state.page > 1 && link(state.page - 1, 'prev'),
      el('span', {}, `${state.page} / ${Math.max(last, state.page)}`),
      answer.hits.length === pageSize && state.page < maxPages && state.page < last && link(state.page + 1, 'next'));
  }

  async #similar(button, hit, state) {
    const article = button.closest('article');
    const old = article.querySelector('.similar');
    if (old) {
      old.remove();
      return;
    }
    try {
      const answer = await api.similar(hit.id);
      article.append(el('section', { class: 'similar' }, el('h3', {}, t('similarTo')), el('ul', {}, answer.hits.map(other => {
        const to = { ...state, doc: other.document.id, p: other.paragraph.number };
        return el('li', {}, el('a', { href: address(to), onclick: event => this.#follow(event, to) },
          `${other.document.title ?? other.document.id} ${t('paragraph', other.paragraph.number)}`), ' ', other.text.slice(0, 80));
      }))));
    } catch (problem) {
      article.append(el('p', { class: 'notice similar' }, problem.message));
    }
  }
}
