// What is shown is what the address says: every view has a link, and back and forward work.

export const pageSize = 10;
const facets = ['document', 'source', 'kind', 'year', 'section'];

/** Reads the address. */
export function read() {
  const query = new URLSearchParams(location.search);
  const filters = {};
  for (const facet of facets) {
    const values = query.getAll(facet);
    if (values.length > 0) {
      filters[facet] = values;
    }
  }
  return {
    q: query.get('q') ?? '',
    filters,
    sort: query.get('sort') ?? 'score',
    group: query.get('group') === '1',
    page: Math.max(1, Number.parseInt(query.get('page') ?? '1', 10) || 1),
    doc: query.get('doc'),
    p: Number.parseInt(query.get('p') ?? '', 10) || null,
  };
}

/** The address of a state. */
export function address(state) {
  const query = new URLSearchParams();
  if (state.doc) {
    query.set('doc', state.doc);
    if (state.p) {
      query.set('p', state.p);
    }
  }
  if (state.q) {
    query.set('q', state.q);
  }
  for (const [facet, values] of Object.entries(state.filters ?? {})) {
    values.forEach(value => query.append(facet, value));
  }
  if (state.sort && state.sort !== 'score') {
    query.set('sort', state.sort);
  }
  if (state.group) {
    query.set('group', '1');
  }
  if (state.page > 1) {
    query.set('page', state.page);
  }
  const text = query.toString();
  return text ? `/?${text}` : '/';
}

const quote = value => `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

/** The filters in the language of the service. */
export function filterOf(filters) {
  return Object.entries(filters)
    .map(([facet, values]) => values.length === 1
      ? `${facet} = ${quote(values[0])}`
      : `${facet} IN (${values.map(quote).join(', ')})`)
    .join(' AND ');
}

/** The parameters of a search. */
export const parametersOf = state => ({
  q: state.q,
  filter: filterOf(state.filters) || undefined,
  sort: state.sort,
  collapse: state.group || undefined,
  facets: facets.join(','),
  facetLimit: 12,
  limit: pageSize,
  offset: (state.page - 1) * pageSize,
});
