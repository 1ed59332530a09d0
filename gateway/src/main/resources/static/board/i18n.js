// Words in the reader's language. Both dictionaries have the same keys; a test checks it.

let language = 'zh';
let words = {};

/** Which language to show: the address, the stored choice, then the browser's. */
export function preferred(search, stored, browser) {
  const asked = new URLSearchParams(search).get('lang');
  for (const one of [asked, stored]) if (one === 'zh' || one === 'en') return one;
  return String(browser ?? '').toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

/** Takes a dictionary into use. */
export function use(lang, dictionary) {
  language = lang;
  words = dictionary;
}

export const lang = () => language;

/** A text by its key, {name} filled in; plural forms by "_one" in English. */
export function t(key, values = {}) {
  const singular = values.count === 1 ? words[key + '_one'] : undefined;
  const text = singular ?? words[key];
  if (text === undefined) return key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** True if there is a text of that key. */
export const knows = key => words[key] !== undefined;

/** One side of a text in two languages; falls back to the other. */
export function pick(text) {
  if (!text) return '';
  return (language === 'zh' ? text.zh || text.en : text.en || text.zh) ?? '';
}

/** The name of a field (category); an unknown one shows its id. */
export function field(id) {
  return knows('field.' + id) ? t('field.' + id) : id;
}
