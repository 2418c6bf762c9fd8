// Texts of the page in Chinese and English, and the language that is shown.

const texts = {
  zh: {
    title: 'ScoSearch 段落检索', brand: '段落检索', skip: '跳到结果', searchLabel: '检索词', search: '检索',
    placeholder: '检索词、“短语”、拼音', suggestions: '补全', apiDocs: '接口说明', otherLanguage: 'English',
    themeTitle: '明暗', themeAuto: '明暗：随系统', themeLight: '明暗：明', themeDark: '明暗：暗',
    scriptTitle: '字形', scriptSource: '字形：原文', scriptSimplified: '字形：简体', scriptTraditional: '字形：繁体',
    welcome: '在中文文档中找到、引用确切的段落', hint: '按 / 到检索框，↑ ↓ 选结果，Enter 打开。加引号查短语，减号排除。',
    examples: '试试：', searching: '正在检索……', slow: '比平时慢，仍在检索……',
    total: n => `找到 ${n} 段`, totalAtLeast: n => `找到至少 ${n} 段`, took: ms => `用时 ${ms} 毫秒`,
    none: '没有找到', noneHint: '换个说法、去掉引号或放宽筛选再试。', didYouMean: '您要找的是：',
    timedOut: '时间到了，以下是已经找到的。', error: '检索没有成功', retry: '重试', offline: '连不上服务',
    facets: '筛选', clearFilters: '清除筛选', sort: '排序', sortScore: '相关度', sortDateDescending: '日期，新的在前',
    sortDateAscending: '日期，旧的在前', sortDocument: '文档顺序', group: '每篇文档只列最好的一段',
    document: '文档', source: '来源', kind: '类别', year: '年份', section: '章节', unknown: '未注明',
    kinds: { title: '标题', subtitle: '副标题', byline: '署名', heading: '小标题', body: '正文', footnote: '脚注', quote: '引文', caption: '图表文字', noise: '杂项' },
    paragraph: n => `第 ${n} 段`, page: n => `第 ${n} 页`, substring: '按字匹配', variant: '近似写法',
    context: '前后文', closeContext: '收起前后文', read: '阅读全文', copyText: '复制文字', copyCitation: '复制引文出处', copyLink: '复制链接',
    similar: '相似段落', copied: '已复制', copyFailed: '无法复制，请手动选择', moreIn: n => `该文档还有 ${n} 段`,
    next: '下一页', previous: '上一页', back: '返回结果', footnotes: '脚注', footnoteOf: n => `见第 ${n} 段`, continuedIn: n => `下接第 ${n} 段`, continues: n => `上接第 ${n} 段`,
    loadEarlier: '显示前面的段落', loadLater: '显示后面的段落', notFound: '没有这篇文档', paragraphsIn: n => `共 ${n} 段`, showNoise: '显示页码等杂项',
    status: s => `${s.documents} 篇文档 · ${s.paragraphs} 段 · 索引建于 ${s.built}`, statusDown: '索引正在建立……', similarTo: '与此相似的段落', trace: '追踪号',
  },
  en: {
    title: 'ScoSearch: Chinese paragraph search', brand: 'ScoSearch', skip: 'Skip to results', searchLabel: 'Search words', search: 'Search',
    placeholder: 'Words, “phrases”, pinyin', suggestions: 'Completions', apiDocs: 'API', otherLanguage: '中文',
    themeTitle: 'Theme', themeAuto: 'Theme: system', themeLight: 'Theme: light', themeDark: 'Theme: dark',
    scriptTitle: 'Script', scriptSource: 'Script: as in the source', scriptSimplified: 'Script: simplified', scriptTraditional: 'Script: traditional',
    welcome: 'Find and cite the exact paragraph in Chinese documents', hint: 'Press / for the search box, ↑ ↓ to choose a result, Enter to open it. Quotes make a phrase, a minus sign excludes.',
    examples: 'Try:', searching: 'Searching…', slow: 'Slower than usual, still searching…',
    total: n => `${n} paragraph${n === '1' ? '' : 's'}`, totalAtLeast: n => `at least ${n} paragraphs`, took: ms => `in ${ms} ms`,
    none: 'Nothing found', noneHint: 'Try other words, no quotes, or fewer filters.', didYouMean: 'Did you mean:',
    timedOut: 'Time ran out; this is what was found.', error: 'The search did not succeed', retry: 'Try again', offline: 'The service cannot be reached',
    facets: 'Filters', clearFilters: 'Clear filters', sort: 'Order', sortScore: 'Relevance', sortDateDescending: 'Newest first',
    sortDateAscending: 'Oldest first', sortDocument: 'Document order', group: 'Only the best paragraph of each document',
    document: 'Document', source: 'Source', kind: 'Kind', year: 'Year', section: 'Section', unknown: 'unknown',
    kinds: { title: 'title', subtitle: 'subtitle', byline: 'byline', heading: 'heading', body: 'body', footnote: 'footnote', quote: 'quotation', caption: 'caption', noise: 'noise' },
    paragraph: n => `paragraph ${n}`, page: n => `page ${n}`, substring: 'by characters', variant: 'other spelling',
    context: 'Context', closeContext: 'Hide context', read: 'Read document', copyText: 'Copy text', copyCitation: 'Copy citation', copyLink: 'Copy link',
    similar: 'Similar', copied: 'Copied', copyFailed: 'Could not copy; please select by hand', moreIn: n => `${n} more in this document`,
    next: 'Next page', previous: 'Previous page', back: 'Back to results', footnotes: 'Footnotes', footnoteOf: n => `see paragraph ${n}`,
    continuedIn: n => `continued in paragraph ${n}`, continues: n => `continues paragraph ${n}`,
    loadEarlier: 'Show earlier paragraphs', loadLater: 'Show later paragraphs', notFound: 'There is no such document', paragraphsIn: n => `${n} paragraphs`, showNoise: 'Show page numbers and the like',
    status: s => `${s.documents} documents · ${s.paragraphs} paragraphs · index built ${s.built}`, statusDown: 'The index is being built…', similarTo: 'Paragraphs like this one', trace: 'trace',
  },
};

let language = localStorage.getItem('language') ?? (navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en');

/** The language shown: "zh" or "en". */
export const currentLanguage = () => language;

/** A text by its name; texts with a gap take what fills it. */
export function t(name, ...values) {
  const text = texts[language][name];
  return typeof text === 'function' ? text(...values) : text;
}

/** Name of a kind of paragraph. */
export const kindName = kind => texts[language].kinds[kind] ?? kind;

/** A number as it is written. */
export const number = value => new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en').format(value);

/** A point in time as it is written. */
export const time = value => new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en', { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(value));

/** Changes the language and remembers it. */
export function toggleLanguage() {
  language = language === 'zh' ? 'en' : 'zh';
  localStorage.setItem('language', language);
  applyTexts();
}

/** Writes the texts of the fixed parts of the page. */
export function applyTexts() {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  document.title = t('title');
  for (const element of document.querySelectorAll('[data-text]')) {
    element.textContent = t(element.dataset.text);
  }
  for (const element of document.querySelectorAll('[data-placeholder]')) {
    element.placeholder = t(element.dataset.placeholder);
  }
  for (const element of document.querySelectorAll('[data-label]')) {
    element.setAttribute('aria-label', t(element.dataset.label));
  }
  const button = document.getElementById('language');
  button.textContent = t('otherLanguage');
  button.lang = language === 'zh' ? 'en' : 'zh-CN';
}
