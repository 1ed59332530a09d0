// The projects of a plan by store, list, phase and district. Filters stand in the address, so a list can be sent to someone.
import {path, read} from '../api.js';
import {fill, h, table} from '../dom.js';
import {field, pick, t} from '../i18n.js';
import {day, figure} from '../format.js';
import {chip} from '../lights.js';
import {empty, skeleton} from '../states.js';
import {poll} from '../live.js';
import {inForce, MONEY, PHASES, phaseName, phaseOf, tail} from './registry.js';

const STEP = 100;
const FILTERS = ['q', 'store', 'list', 'phase', 'district', 'bureau'];
const STORES = {catalogue: ['unspecified', 'reserve'], reserve: ['preparation'], implementation: ['started', 'building', 'completed', 'operating']};
const LISTS = ['project', 'policy', 'platform', 'reform'];

export async function show(main, {plan, today, query}) {
  document.title = `${t('nav.projects')} · Waymark`;
  const chosen = Object.fromEntries(FILTERS.map(name => [name, query.get(name) ?? '']));
  const result = h('div', {id: 'result', 'aria-live': 'polite'}, skeleton(20, 40, 40, 40, 40));
  let held = {states: [], bureaus: new Map(), lights: new Map()};
  let shown = STEP;
  const redraw = () => { remember(chosen); draw(result, held, chosen, shown, today, () => { shown += STEP; redraw(); }); };
  const form = h('form', {class: 'filters', role: 'search', onsubmit: event => event.preventDefault()});
  fill(main, h('h1', {}, t('nav.projects')), h('p', {class: 'aside'}, t('projects.hint')), form, result);
  const update = async first => {
    const fresh = await load(plan.plan_id);
    if (!first && !fresh.changed) return;
    held = fresh;
    if (first) fill(form, controls(held, chosen, () => { shown = STEP; redraw(); }));
    redraw();
  };
  await update(true);
  return poll(() => update(false));
}

/** All pages of the list, the names of bureaus and the lights. */
async function load(plan) {
  const states = [];
  let changed = false;
  for (let token = ''; token !== undefined;) {
    const page = await read(path`/plans/${plan}/projects`, {without_reports: true, page_token: token});
    states.push(...page.data.states);
    changed ||= page.changed;
    token = page.data.next_page_token || undefined;
  }
  const [bureaus, judged] = await Promise.all([
    read('/bureaus'), read(path`/plans/${plan}/judgements`, {kind: 'SUBJECT_KIND_PROJECT', page_size: 5000})]);
  return {
    states, changed: changed || judged.changed,
    bureaus: new Map(bureaus.data.bureaus.map(one => [one.bureau_id, pick(one.name)])),
    lights: new Map(judged.data.judgements.map(one => [one.subject_id, one.lights.overall]))};
}

function remember(chosen) {
  const url = new URL(location.href);
  FILTERS.forEach(name => chosen[name] ? url.searchParams.set(name, chosen[name]) : url.searchParams.delete(name));
  history.replaceState(null, '', url);
}

function controls({states, bureaus}, chosen, changed) {
  const set = name => event => { chosen[name] = event.target.value; changed(); };
  const select = (name, values) => h('label', {}, h('span', {}, t('filter.' + name)),
    h('select', {onchange: set(name)}, h('option', {value: ''}, t('filter.all')),
      values.map(([value, label]) => h('option', {value, selected: chosen[name] === value}, label))));
  const districts = [...new Set(states.map(one => one.project.place?.district).filter(Boolean))].sort();
  const leading = [...new Set(states.map(one => one.project.lead_bureau_id))].map(id => [id, bureaus.get(id) || id]).sort(byLabel);
  return [
    h('label', {class: 'search'}, h('span', {}, t('filter.q')),
      h('input', {type: 'search', value: chosen.q, placeholder: t('filter.q_hint'), oninput: set('q'), autocomplete: 'off'})),
    select('store', Object.keys(STORES).map(one => [one, t('store.' + one)])),
    select('list', LISTS.map(one => [one, t('project_list.' + one)])),
    select('phase', PHASES.map(one => [one, t('phase.' + one)])),
    select('district', districts.map(one => [one, one])),
    select('bureau', leading),
  ];
}

const byLabel = ([, a], [, b]) => a.localeCompare(b, document.documentElement.lang);

function fits({project, phase}, chosen) {
  const text = `${project.name?.zh} ${project.name?.en} ${project.project_id}`.toLowerCase();
  return chosen.q.toLowerCase().split(/\s+/).every(part => text.includes(part))
    && (!chosen.store || (STORES[chosen.store] ?? []).includes(phaseOf(phase)))
    && (!chosen.list || tail(project.kind, 'PROJECT_KIND_') === chosen.list)
    && (!chosen.phase || phaseOf(phase) === chosen.phase)
    && (!chosen.district || project.place?.district === chosen.district)
    && (!chosen.bureau || project.lead_bureau_id === chosen.bureau || project.supporting_bureau_ids.includes(chosen.bureau));
}

function draw(result, held, chosen, shown, today, more) {
  const found = held.states.filter(one => fits(one, chosen));
  if (!found.length) {
    fill(result, empty(t('projects.none'), t('list.none_hint')));
    return;
  }
  const counts = PHASES.map(phase => [phase, found.filter(one => phaseOf(one.phase) === phase).length]).filter(([, count]) => count);
  const budget = found.reduce((sum, one) => sum + Number(one.project.budget || 0), 0);
  fill(result,
    h('p', {class: 'aside'}, t('projects.count', {count: found.length, all: held.states.length}), ' ',
      counts.map(([phase, count]) => `${t('phase.' + phase)} ${count}`).join(' · '),
      budget > 0 && ' · ' + t('projects.budget_sum', {amount: figure(Number(budget.toPrecision(12)), MONEY)})),
    table([t('list.light'), t('list.name'), t('project.phase'), t('filter.list'), t('filter.district'), {label: t('projects.budget'), cls: 'num'}, t('list.bureau'), {label: t('project.planned_finish'), cls: 'date'}],
      found.slice(0, shown).map(one => row(one, held, today)), {cls: 'subjects'}),
    found.length > shown && h('p', {}, h('button', {onclick: more}, t('list.more', {count: Math.min(STEP, found.length - shown)}))));
}

function row(state, {bureaus, lights}, today) {
  const {project} = state;
  const light = lights.get(project.project_id);
  const revision = state.schedule_revisions.length ? h('span', {class: 'tag'}, t('schedule.revised')) : null;
  return [
    light ? chip(light) : '—',
    [h('a', {class: 'name', href: `/plans/${encodeURIComponent(project.plan_id)}/projects/${encodeURIComponent(project.project_id)}`}, pick(project.name)), h('span', {class: 'kind'}, field(project.category))],
    [phaseName(state.phase), ' ', standing(state) && h('span', {class: 'tag'}, t('light.suspended'))],
    t('project_list.' + (tail(project.kind, 'PROJECT_KIND_') || 'project')),
    project.place?.district || '—',
    project.budget ? figure(project.budget, MONEY) : '—',
    bureaus.get(project.lead_bureau_id) || project.lead_bureau_id,
    [day(inForce(state, today).planned_finish), ' ', revision]];
}

const standing = state => state.suspensions.length > 0 && !state.suspensions[state.suspensions.length - 1].until;
