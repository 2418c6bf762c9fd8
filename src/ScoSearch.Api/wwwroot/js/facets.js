// Facets at the side: counts of the answer, and the values that are switched on.

import { el } from './dom.js';
import { kindName, number, t } from './i18n.js';

const order = ['kind', 'year', 'source', 'document', 'section'];

const nameOf = (facet, value, label) => facet === 'kind' ? kindName(value) : label ?? (value || t('unknown'));

function toggle(filters, facet, value) {
  const values = filters[facet] ?? [];
  const changed = values.includes(value) ? values.filter(v => v !== value) : [...values, value];
  const next = { ...filters, [facet]: changed };
  if (changed.length === 0) {
    delete next[facet];
  }
  return next;
}

function group(facet, values, state, go) {
  const chosen = state.filters[facet] ?? [];
  const shown = [...values, ...chosen.filter(v => !values.some(value => value.value === v)).map(value => ({ value, count: 0 }))];
  if (shown.length === 0) {
    return null;
  }
  return el('fieldset', {}, el('legend', {}, t(facet)), el('ul', {}, shown.map(({ value, count, label }) => el('li', {}, el('label', {},
    el('input', {
      type: 'checkbox', checked: chosen.includes(value), 'data-facet': facet, value,
      onchange: () => go({ ...state, filters: toggle(state.filters, facet, value), page: 1 }),
    }),
    el('span', { class: 'value' }, nameOf(facet, value, label)), el('span', { class: 'count' }, number(count)))))));
}

/** The side with the facets of an answer. */
export function facetSide(answer, state, go) {
  const groups = order.map(facet => group(facet, answer.facets?.[facet] ?? [], state, go)).filter(Boolean);
  const any = Object.keys(state.filters).length > 0;
  const narrow = matchMedia('(max-width: 50rem)').matches;
  return el('aside', { class: 'facets', 'aria-label': t('facets') }, el('details', { open: !narrow || any },
    el('summary', {}, t('facets')),
    any && el('button', { type: 'button', class: 'clear', onclick: () => go({ ...state, filters: {}, page: 1 }) }, t('clearFilters')),
    groups));
}
