// Run by BoardScriptTest with node: an upload shows how far it is, and then what became of it.
import {readFileSync} from 'node:fs';

const board = process.argv[2];
let failures = 0;

function same(actual, expected, what) {
  const [is, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (is === wanted) return;
  failures++;
  console.log(`${what}: ${is} (expected: ${wanted})`);
}

/** As much of a document as the page needs. */
class Element {
  constructor(name) { Object.assign(this, {name, children: [], attributes: {}, style: {setProperty() {}}, listeners: {}}); }
  setAttribute(key, value) { this.attributes[key] = value; }
  addEventListener(kind, listener) { this.listeners[kind] = listener; }
  append(...children) { this.children.push(...children); }
  replaceChildren(...children) { this.children = children; }
  text() { return this.children.map(child => (child instanceof Element ? child.text() : child)).join(''); }
  all(name) { return this.children.filter(child => child instanceof Element).flatMap(child => [...(child.name === name ? [child] : []), ...child.all(name)]); }
}
globalThis.document = {createElement: name => new Element(name), documentElement: {lang: 'zh-CN'}};
globalThis.sessionStorage = {getItem: () => 'token', setItem() {}};
const i18n = await import(board + '/i18n.js');
const {show} = await import(board + '/pages/report.js');
const words = language => i18n.use(language, JSON.parse(readFileSync(new URL(`${board}/i18n/${language}.json`))));

/** The page with a file chosen, and the answer of the gateway, which comes piece by piece. */
function opened(language) {
  words(language);
  const main = new Element('main');
  show(main, {plan: {plan_id: 'p', name: {zh: '规划', en: 'Plan'}}});
  const by = id => ['input', 'select'].flatMap(name => main.all(name)).find(one => one.attributes.id === id);
  Object.assign(by('token'), {value: 'token'});
  Object.assign(by('kind'), {value: 'reports'});
  Object.assign(by('file'), {files: [{name: '六月.xlsx'}]});
  const page = {main, asked: [], outcome: main.children.at(-1)};
  const body = new ReadableStream({start(controller) { page.controller = controller; }});
  globalThis.fetch = async (url, options) => {
    page.asked.push({url, options});
    return page.refusal ? {ok: false, status: 413, json: async () => page.refusal} : {ok: true, body};
  };
  page.press = () => {
    const button = main.all('button').find(one => one.text() === i18n.t('report.check'));
    page.button = button;
    page.work = button.listeners.click({currentTarget: button});
    return settled();
  };
  page.comes = text => { page.controller.enqueue(new TextEncoder().encode(text)); return settled(); };
  page.bar = () => page.outcome.all('progress')[0];
  return page;
}
const settled = () => new Promise(resolve => setTimeout(resolve, 5));
const progress = (done, all) => JSON.stringify({progress: {done, all}}) + '\n';
const RESULT = JSON.stringify({result: {sent: false, good: 9950, faulty: 50, left_empty: 0, hopeless: false, notices: [], rows: [],
  faults: [{sheet: 's', cell: 'D7', heading: '形象进度', reason: '130（应为：0 到 100）'}]}}) + '\n';

for (const [language, checking, half, summed] of [
  ['zh', '正在检查', '5000 / 10000 行', '9950'], ['en', 'Checking', '5,000 of 10,000 rows', '9,950']]) {
  const page = opened(language);
  await page.press();
  same(page.bar().value, undefined, `${language}: before the first word the bar only says that something is going on`);
  same(page.outcome.text().includes(checking), true, `${language}: and words say so: ${page.outcome.text()}`);
  same(page.bar().attributes['aria-label'], i18n.t('report.sending'), `${language}: the bar has a name`);
  same(page.button.disabled, true, `${language}: the button waits`);
  same([page.asked[0].url.includes('dry_run=true'), page.asked[0].url.includes('lang=' + language)], [true, true], `${language}: it is looked through first`);

  await page.comes(progress(0, 10000));
  same(page.bar().value, 0, `${language}: it begins at nothing`);
  await page.comes(progress(5000, 10000));
  same(page.bar().value, 0.5, `${language}: half of the rows are half of the bar`);
  same(page.outcome.text().includes(half), true, `${language}: with a count: ${page.outcome.text()}`);
  const line = progress(7500, 10000);
  await page.comes(line.slice(0, 9));
  same(page.bar().value, 0.5, `${language}: half a line says nothing yet`);
  await page.comes(line.slice(9) + progress(10000, 10000));
  same(page.bar().value, 1, `${language}: of several lines the last holds`);

  await page.comes(RESULT);
  page.controller.close();
  await page.work;
  same(page.outcome.all('progress').length, 0, `${language}: the bar goes when the result is there`);
  same(page.outcome.text().includes(summed) && page.outcome.text().includes('D7'), true, `${language}: the result names the faulty cell`);
  same(page.button.disabled, false, `${language}: the button is free again`);
}

const cut = opened('zh');
await cut.press();
await cut.comes(progress(10, 10000));
cut.controller.close();
await cut.work;
same([cut.bar(), cut.outcome.text().includes(i18n.t('report.cut_off'))], [undefined, true], 'an answer that ends half way is no result');

const refused = opened('zh');
refused.refusal = {detail: '文件超过 10 MB'};
await refused.press();
await refused.work;
same([refused.bar(), refused.outcome.text().includes('文件超过 10 MB')], [undefined, true], 'what the gateway refuses is said in its words');

process.exit(failures ? 1 : 0);
