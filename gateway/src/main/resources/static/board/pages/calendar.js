// The reporting calendar: who owes what, what came late, what is missing.
import {get, path} from '../api.js';
import {fill, h, section, table} from '../dom.js';
import {pick, t} from '../i18n.js';
import {day, prose} from '../format.js';
import {empty} from '../states.js';
import {pageOf} from '../router.js';
import {poll} from '../live.js';

const STEP = 60;
const ORDER = ['missing', 'late', 'due', 'in_time'];
const SHAPE = {missing: '■', late: '◆', due: '○', in_time: '●'};
const LIGHT = {missing: 'off_track', late: 'at_risk', due: 'unknown', in_time: 'on_track'};

export async function show(main, {plan, today, query}) {
  document.title = `${t('nav.calendar')} · Waymark`;
  const chosen = {bureau: query.get('bureau') ?? '', standing: query.get('standing') ?? ''};
  const held = await load(plan.plan_id);
  let shown = STEP;
  const redraw = () => {
    remember(chosen);
    draw(main, {held, today, chosen, shown, choose: change => { Object.assign(chosen, change); shown = STEP; redraw(); }, more: () => { shown += STEP; redraw(); }});
  };
  redraw();
  return poll(async () => {
    const fresh = await load(plan.plan_id);
    if (JSON.stringify(fresh.duties) !== JSON.stringify(held.duties)) { Object.assign(held, fresh); redraw(); }
  });
}

async function load(planId) {
  const [projects, figures, {bureaus}] = await Promise.all([
    all(path`/plans/${planId}/project-duties`), all(path`/plans/${planId}/figure-duties`), get('/bureaus')]);
  const duties = [...projects.map(one => ({...one, kind: 'SUBJECT_KIND_PROJECT'})), ...figures.map(one => ({...one, kind: 'SUBJECT_KIND_TARGET'}))]
    .map(one => ({...one, standing: standing(one)}));
  return {duties, names: new Map(bureaus.map(one => [one.bureau_id, one.name]))};
}

async function all(address) {
  const found = [];
  for (let token = ''; ;) {
    const page = await get(address, {page_size: 5000, page_token: token});
    found.push(...page.duties);
    token = page.next_page_token;
    if (!token) return found;
  }
}

const standing = one => String(one.standing).replace('DUTY_STANDING_', '').toLowerCase();
const mark = key => h('span', {class: 'chip ' + LIGHT[key]}, h('span', {'aria-hidden': 'true'}, SHAPE[key] + ' '), t('standing.' + key));
const count = (duties, key) => duties.filter(one => one.standing === key).length;

function draw(main, {held, today, chosen, shown, choose, more}) {
  const name = id => pick(held.names.get(id)) || id;
  const of = chosen.bureau ? held.duties.filter(one => one.bureau_id === chosen.bureau) : held.duties;
  fill(main,
    h('h1', {}, t('nav.calendar')),
    h('p', {class: 'sentence'}, t(chosen.bureau ? 'calendar.sentence_of' : 'calendar.sentence', {bureau: name(chosen.bureau), date: prose(today),
      in_time: count(of, 'in_time'), late: count(of, 'late'), missing: count(of, 'missing'), due: count(of, 'due')})),
    h('p', {class: 'aside'}, t('calendar.how')),
    chosen.bureau ? h('p', {}, h('a', {href: '/calendar', onclick: event => { event.preventDefault(); choose({bureau: ''}); }}, t('calendar.all_bureaus')))
      : bureaus(held.duties, name, choose),
    list(of, name, chosen, shown, choose, more));
}

function bureaus(duties, name, choose) {
  const ids = [...new Set(duties.map(one => one.bureau_id))];
  const rows = ids.map(id => ({id, of: duties.filter(one => one.bureau_id === id)}))
    .map(({id, of}) => ({id, counts: ORDER.map(key => count(of, key))}))
    .sort((a, b) => b.counts[0] - a.counts[0] || b.counts[1] - a.counts[1] || a.id.localeCompare(b.id));
  if (!rows.length) return empty(t('calendar.none'), t('calendar.none_hint'));
  const share = ([missing, late, , punctual]) => {
    const closed = missing + late + punctual;
    return closed ? Math.round(100 * punctual / closed) + '%' : '—';
  };
  return section(t('calendar.bureaus'), table(
    [t('filter.bureau'), ...ORDER.map(key => ({label: t('standing.' + key), cls: 'num'})), {label: t('calendar.share'), cls: 'num'}],
    rows.map(({id, counts}) => [
      h('a', {href: '/calendar?bureau=' + encodeURIComponent(id), onclick: event => { event.preventDefault(); choose({bureau: id}); }}, name(id)),
      ...counts.map(String), share(counts)])));
}

function list(duties, name, chosen, shown, choose, more) {
  const open = duties.filter(one => (chosen.standing ? one.standing === chosen.standing : one.standing === 'due' || one.standing === 'missing'))
    .sort((a, b) => ORDER.indexOf(a.standing) - ORDER.indexOf(b.standing) || b.due.localeCompare(a.due) || a.subject_id.localeCompare(b.subject_id));
  const choice = h('label', {}, h('span', {}, t('calendar.standing')),
    h('select', {onchange: event => choose({standing: event.target.value})},
      h('option', {value: ''}, t('calendar.open')),
      ORDER.map(key => h('option', {value: key, selected: chosen.standing === key}, `${SHAPE[key]} ${t('standing.' + key)}`))));
  return section(t('calendar.list'),
    h('form', {class: 'filters', onsubmit: event => event.preventDefault()}, choice),
    open.length === 0 ? empty(t('calendar.nothing')) : table(
      [t('calendar.standing'), {label: t('calendar.due'), cls: 'date'}, {label: t('calendar.days_late'), cls: 'num'}, t('calendar.period'), {label: t('calendar.subject'), cls: 'wide'}, t('filter.bureau')],
      open.slice(0, shown).map(one => [mark(one.standing), day(one.due), one.days_late ? String(one.days_late) : '—', period(one), subject(one), name(one.bureau_id)])),
    open.length > shown && h('p', {}, h('button', {onclick: more}, t('calendar.more', {shown, count: open.length}))));
}

function subject(one) {
  const label = pick(one.name) || one.subject_id;
  return one.kind === 'SUBJECT_KIND_PROJECT' ? h('a', {href: pageOf(one)}, label) : label;
}

function period(one) {
  const end = one.period_end;
  if (one.frequency === 'yearly') return t('calendar.year', {year: end.slice(0, 4)});
  if (one.frequency === 'quarterly') return t('calendar.quarter', {year: end.slice(0, 4), quarter: Number(end.slice(5, 7)) / 3});
  return t('calendar.month', {year: end.slice(0, 4), month: Number(end.slice(5, 7))});
}

function remember(chosen) {
  const url = new URL(location.href);
  for (const [name, value] of Object.entries(chosen)) value ? url.searchParams.set(name, value) : url.searchParams.delete(name);
  history.replaceState(null, '', url);
}
