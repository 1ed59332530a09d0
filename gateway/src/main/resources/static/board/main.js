// Starts the board: language, frame, router.
import {fill, h} from './dom.js';
import {read} from './api.js';
import {lang, pick, preferred, t, use} from './i18n.js';
import {prose, useZone} from './format.js';
import {failed, skeleton} from './states.js';
import {legacy, match} from './router.js';
import {poll} from './live.js';
import {TABS} from './acting.js';

const PAGES = ['subjects', 'projects', 'alerts', 'calendar', 'evaluation', 'decomposition', 'backtest', 'report'];
const main = document.getElementById('main');
const stored = name => { try { return localStorage.getItem(name); } catch { return null; } };
let leave = () => {};

async function speak(chosen) {
  use(chosen, await (await fetch(`/board/i18n/${chosen}.json`)).json());
  document.documentElement.lang = chosen === 'zh' ? 'zh-CN' : 'en';
  try { localStorage.setItem('lang', chosen); } catch { /* private window: the choice lasts for this page */ }
}

function other() {
  const url = new URL(location.href);
  url.searchParams.set('lang', lang() === 'zh' ? 'en' : 'zh');
  return url;
}

function frame(plan, today) {
  const here = location.pathname;
  const link = (href, key, within = false) => h('a', {href, 'aria-current': here === href ? 'page' : within ? 'true' : undefined}, t(key));
  fill(document.getElementById('top'), h('div', {class: 'wrap'},
    h('a', {class: 'brand', href: '/'}, h('img', {src: '/board/icon.svg', alt: '', width: 22, height: 22}), 'Waymark'),
    h('span', {class: 'plan'}, plan ? pick(plan.name) : t('loading')),
    h('nav', {'aria-label': t('nav.label')}, link('/', 'nav.overview'), PAGES.map(page =>
      link('/' + page, 'nav.' + page, page === 'alerts' && TABS.some(tab => here.startsWith('/' + tab))))),
    h('span', {class: 'today'}, today ? t('today', {date: prose(today)}) : ''),
    h('a', {class: 'lang', href: other().href, hreflang: lang() === 'zh' ? 'en' : 'zh', lang: lang() === 'zh' ? 'en' : 'zh-CN'}, lang() === 'zh' ? 'English' : '中文')));
  fill(document.getElementById('foot'), h('div', {class: 'wrap'},
    plan?.source ? t('source', {source: plan.source}) + ' ' : '', h('a', {href: '/api/v1/openapi.json'}, 'API')));
}

async function context() {
  const {plans, today, zone} = (await read('/plans')).data;
  useZone(zone);
  const asked = location.pathname.match(/^\/plans\/([^/]+)/);
  const id = asked ? decodeURIComponent(asked[1]) : plans[0]?.plan_id;
  return {plans, today, plan: plans.find(one => one.plan_id === id) ?? plans[0]};
}

async function show() {
  leave();
  leave = () => {};
  fill(main, skeleton(28, 18, 200, 160));
  const found = match(location.pathname);
  try {
    const held = await context();
    frame(held.plan, held.today);
    const page = await (held.plan || !found.known ? found : match('/')).load();
    const end = await page.show(main, {...held, params: found.params, query: new URLSearchParams(location.search), go});
    const stop = poll(follow);
    leave = () => { stop(); end?.(); };
    main.setAttribute('aria-busy', 'false');
  } catch (error) {
    if (!document.querySelector('#top .wrap')) frame();
    fill(main, failed(error, show));
    if (!error.problem) console.error(error);
  }
}

/** A demo's clock moves on, and plans are loaded while a page is open. */
async function follow() {
  const {changed} = await read('/plans');
  if (!changed) return;
  const {plan, today} = await context();
  frame(plan, today);
}

/** Goes to another address without loading the frame again. */
function go(href, {replace = false} = {}) {
  history[replace ? 'replaceState' : 'pushState'](null, '', href);
  return show();
}

document.addEventListener('click', event => {
  const link = event.target.closest?.('a[href]');
  if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || link.target) return;
  const url = new URL(link.href);
  const ours = url.origin === location.origin && match(url.pathname).known && !url.hash && !url.searchParams.has('lang');
  if (!ours) return;
  event.preventDefault();
  go(url.href).then(() => { scrollTo(0, 0); main.focus({preventScroll: true}); });
});
addEventListener('popstate', show);
addEventListener('hashchange', () => { const to = legacy(location.hash); if (to) go(to, {replace: true}); });

const to = legacy(location.hash);
if (to) history.replaceState(null, '', to);
await speak(preferred(location.search, stored('lang'), navigator.language));
await show();
