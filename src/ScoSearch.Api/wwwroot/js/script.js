// Shows texts in the script of the reader. Only what is shown changes; copying always gives the source's characters.

const modes = ['source', 'simplified', 'traditional'];
let mode = localStorage.getItem('script') ?? 'source';
let tables = null;
const longestPhrase = 8;

/** How texts are shown: "source", "simplified" or "traditional". */
export const scriptMode = () => mode;

async function load() {
  tables ??= await fetch('data/script.json').then(response => response.json()).then(data => ({
    simplified: { characters: new Map(pairs(data.simplified)), phrases: new Map() },
    traditional: { characters: new Map(pairs(data.traditional)), phrases: new Map(halves(data.phrases)) },
  }));
}

// Phrases in which a character with several traditional forms takes another one than usual; both forms are equally long.
function* halves(text) {
  for (const line of text.split('\n')) {
    const characters = [...line];
    const half = characters.length / 2;
    yield [characters.slice(0, half).join(''), characters.slice(half)];
  }
}

function* pairs(text) {
  const characters = [...text];
  for (let i = 0; i + 1 < characters.length; i += 2) {
    yield [characters[i], characters[i + 1]];
  }
}

/** Makes sure that texts can be shown as chosen. */
export async function prepareScript() {
  if (mode !== 'source') {
    await load();
  }
}

/** Goes on to the next way. */
export async function nextScript() {
  mode = modes[(modes.indexOf(mode) + 1) % modes.length];
  localStorage.setItem('script', mode);
  await prepareScript();
}

/** A text as it is to be shown. */
export function show(text) {
  const table = tables?.[mode];
  if (!table || !text) {
    return text ?? '';
  }
  const characters = [...text];
  let shown = '';
  for (let at = 0; at < characters.length;) {
    const phrase = table.phrases.size > 0 ? phraseAt(table.phrases, characters, at) : null;
    shown += phrase ? phrase.join('') : table.characters.get(characters[at]) ?? characters[at];
    at += phrase?.length ?? 1;
  }
  return shown;
}

function phraseAt(phrases, characters, at) {
  for (let length = Math.min(longestPhrase, characters.length - at); length > 1; length--) {
    const phrase = phrases.get(characters.slice(at, at + length).join(''));
    if (phrase) {
      return phrase;
    }
  }
  return null;
}
