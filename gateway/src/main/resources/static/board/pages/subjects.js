// The searchable list of targets and projects. Filters stand in the address, so a list can be sent to someone.
import {path, read} from '../api.js';
import {fill, h, table} from '../dom.js';
import {field, pick, t} from '../i18n.js';
import {day, decimals, figure, percent, points, probability, signed} from '../format.js';
import {chip, meaning, ORDER, shape} from '../lights.js';
import {empty, honesty, skeleton} from '../states.js';
import {pageOf} from '../router.js';
import {poll} from '../live.js';

const STEP = 100;
const FILTERS = ['q', 'kind', 'light', 'field', 'bureau'];

export async function show(main, {plan, query}) {
  document.title = `${t('nav.subjects')} · Waymark`;
  const chosen = Object.fromEntries(FILTERS.map(name => [name, query.get(name) ?? '']));
  const result = h('div', {id: 'result', 'aria-live': 'polite'}, skeleton(20, 40, 40, 40, 40, 40));
  let all = [];
  let shown = STEP;
  const redraw = () => { remember(chosen); draw(result, all, chosen, shown, () => { shown += STEP; redraw(); }); };
  const form = h('form', {class: 'filters', role: 'search', onsubmit: event => event.preventDefault()});
  fill(main, h('h1', {}, t('nav.subjects')), form, result);
  const update = async first => {
    const {data, changed} = await read(path`/plans/${plan.plan_id}/judgements`, {page_size: 5000});
    if (!first && !changed) return;
    all = data.judgements;
    if (first) fill(form, controls(all, chosen, () => { shown = STEP; redraw(); }));
    redraw();
  };
  await update(true);
  const keys = event => onKey(event, form, result);
  document.addEventListener('keydown', keys);
  const stop = poll(() => update(false));
  return () => { stop(); document.removeEventListener('keydown', keys); };
}

function remember(chosen) {
  const url = new URL(location.href);
  FILTERS.forEach(name => chosen[name] ? url.searchParams.set(name, chosen[name]) : url.searchParams.delete(name));
  history.replaceState(null, '', url);
}

function controls(all, chosen, changed) {
  const set = name => event => { chosen[name] = event.target.value; changed(); };
  const select = (name, values) => h('label', {}, h('span', {}, t('filter.' + name)),
    h('select', {onchange: set(name)}, h('option', {value: ''}, t('filter.all')),
      values.map(([value, label]) => h('option', {value, selected: chosen[name] === value}, label))));
  const fields = [...new Set(all.map(one => one.category))].map(id => [id, field(id)]).sort(byLabel);
  const bureaus = [...new Map(all.map(one => [one.lead_bureau_id, pick(one.lead_bureau_name) || one.lead_bureau_id]))].sort(byLabel);
  return [
    h('label', {class: 'search'}, h('span', {}, t('filter.q')),
      h('input', {type: 'search', value: chosen.q, placeholder: t('filter.q_hint'), oninput: set('q'), autocomplete: 'off'})),
    select('kind', ['target', 'project'].map(kind => [kind, t('kind.' + kind)])),
    select('light', ORDER.map(light => [light, `${shape(light)} ${t('light.' + light)}`])),
    select('field', fields),
    select('bureau', bureaus),
  ];
}

const byLabel = ([, a], [, b]) => a.localeCompare(b, document.documentElement.lang);
const kindOf = one => (one.kind === 'SUBJECT_KIND_PROJECT' ? 'project' : 'target');

function fits(one, chosen) {
  const text = `${one.subject_name?.zh} ${one.subject_name?.en} ${one.subject_id}`.toLowerCase();
  return chosen.q.toLowerCase().split(/\s+/).every(part => text.includes(part))
    && (!chosen.kind || kindOf(one) === chosen.kind)
    && (!chosen.light || meaning(one.lights.overall) === chosen.light)
    && (!chosen.field || one.category === chosen.field)
    && (!chosen.bureau || one.lead_bureau_id === chosen.bureau);
}

function draw(result, all, chosen, shown, more) {
  const found = all.filter(one => fits(one, chosen));
  if (!found.length) {
    fill(result, empty(t('list.none'), t('list.none_hint')));
    return;
  }
  const heads = [t('list.light'), t('list.name'), {label: t('list.value'), cls: 'num'}, {label: t('list.gap'), cls: 'num'},
    {label: t('list.chance'), cls: 'num'}, t('list.field'), t('list.bureau'), t('list.dated')];
  fill(result,
    h('p', {class: 'aside'}, t('list.count', {count: found.length, all: all.length}), ' ', h('span', {class: 'keys'}, t('list.keys'))),
    honesty({simulated: found.some(one => one.simulated), assumed: found.some(one => one.assumed)}),
    table(heads, found.slice(0, shown).map(row), {cls: 'subjects'}),
    found.length > shown && h('p', {}, h('button', {onclick: more}, t('list.more', {count: Math.min(STEP, found.length - shown)}))));
}

function row(one) {
  const name = h('a', {class: 'name', href: pageOf(one)}, pick(one.subject_name));
  const tags = [one.binding && h('span', {class: 'tag'}, t('binding')), h('span', {class: 'kind'}, t('kind.' + kindOf(one)))];
  const ends = [field(one.category), pick(one.lead_bureau_name) || one.lead_bureau_id];
  if (kindOf(one) === 'project') {
    const its = one.project ?? {};
    const behind = its.points_behind === undefined ? undefined : -its.points_behind;
    return [chip(one.lights.overall), [name, tags], percent(its.percent_complete), points(behind), probability(its.p_on_time), ...ends, day(its.percent_date)];
  }
  const its = one.target ?? {};
  return [chip(one.lights.overall), [name, tags], figure(its.value, its.unit), signed(its.gap, its.unit, decimals(its.value)),
    probability(one.outlook?.p_meet), ...ends, day(its.value_date)];
}

function onKey(event, form, result) {
  const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
  if (event.key === '/' && !typing) {
    event.preventDefault();
    form.querySelector('input').focus();
  }
  const step = {ArrowDown: 1, ArrowUp: -1, j: 1, k: -1}[event.key];
  if (!step || event.target.tagName === 'SELECT' || (typing && event.key.length === 1)) return;
  const links = [...result.querySelectorAll('a.name')];
  const next = links[links.indexOf(document.activeElement) + step];
  if (next) { event.preventDefault(); next.focus(); }
}
