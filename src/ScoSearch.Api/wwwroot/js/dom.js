// Makes elements. Text always goes in as text: nothing that came from a document is ever read as markup.

/** Makes an element with properties, attributes (names with "-" or known ones) and children (elements, texts, null). */
export function el(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) {
      continue;
    }
    if (name.startsWith('on')) {
      element.addEventListener(name.slice(2), value);
    } else if (name === 'class') {
      element.className = value;
    } else {
      element.setAttribute(name, value === true ? '' : value);
    }
  }
  element.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

/** Replaces everything inside an element. */
export function fill(element, ...children) {
  element.replaceChildren(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
}

/** Splits a text at marked spans [{start, length}] in UTF-16 units and wraps them. */
export function marked(text, spans, show = value => value) {
  const parts = [];
  let at = 0;
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    if (span.start < at) {
      continue;
    }
    parts.push(show(text.slice(at, span.start)), el('mark', {}, show(text.slice(span.start, span.start + span.length))));
    at = span.start + span.length;
  }
  parts.push(show(text.slice(at)));
  return parts;
}

/** Says something to screen readers. */
export function announce(text) {
  document.getElementById('live').textContent = text;
}
