// Calls the service. Every failure becomes a Problem with a text for people.

import { currentLanguage, t } from './i18n.js';

/** Why there is no answer. */
export class Problem extends Error {
  constructor(detail, code, traceId) {
    super(detail);
    this.code = code;
    this.traceId = traceId;
  }
}

async function get(path, parameters, signal) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...parameters, lang: currentLanguage() })) {
    if (value !== undefined && value !== null && value !== '') {
      query.set(name, value);
    }
  }
  let response;
  try {
    response = await fetch(`${path}?${query}`, { signal, headers: { Accept: 'application/json' } });
  } catch (error) {
    if (error.name === 'AbortError') {
      throw error;
    }
    throw new Problem(t('offline'), 'offline', null);
  }
  const body = await response.json().catch(() => null);
  if (!response.ok) {
    throw new Problem(body?.detail ?? `${response.status}`, body?.code ?? 'unknown', body?.traceId ?? null);
  }
  return body;
}

const id = value => encodeURIComponent(value);

/** Begin and end of a match: characters of the private use area, which become elements and never markup. */
export const matchBegin = '\uE000';
export const matchEnd = '\uE001';

export const search = (parameters, signal) => get('/v1/search', {
  format: 'text', highlightPreTag: matchBegin, highlightPostTag: matchEnd, ...parameters,
}, signal);
export const suggest = (q, signal) => get('/v1/suggest', { q, limit: 8 }, signal);
export const similar = (paragraph, signal) => get(`/v1/similar/${id(paragraph)}`, { limit: 5 }, signal);
export const document_ = (documentId, signal) => get(`/v1/documents/${id(documentId)}`, {}, signal);
export const paragraphs = (documentId, from, to, signal) => get(`/v1/documents/${id(documentId)}/paragraphs`, { from, to }, signal);
export const paragraph = (paragraphId, context, signal) => get(`/v1/paragraphs/${id(paragraphId)}`, { context }, signal);
export const stats = signal => get('/v1/stats', {}, signal);
