// The four-colour overview: the sentence, the fields, the worst, what is open.
import {path, read} from '../api.js';
import {fill, h, section} from '../dom.js';
import {field, lang, pick, t} from '../i18n.js';
import {prose, probability, signed, decimals} from '../format.js';
import {bar, chip, ORDER, meaning} from '../lights.js';
import {empty, honesty} from '../states.js';
import {pageOf} from '../router.js';
import {poll} from '../live.js';

const WORST = 10;

export async function show(main, {plan}) {
  if (!plan) {
    fill(main, empty(t('overview.no_plan'), t('overview.no_plan_hint')));
    return;
  }
  document.title = `${pick(plan.name)} · Waymark`;
  const update = async first => {
    const parts = await Promise.all([
      read(path`/plans/${plan.plan_id}/overview`),
      read(path`/plans/${plan.plan_id}/judgements`, {kind: 'target', lights: ['off_track', 'at_risk'], page_size: 500}),
      read('/alerts', {plan_id: plan.plan_id}).catch(error => ({error, changed: true})),
    ]);
    if (first || parts.some(part => part.changed)) draw(main, plan, ...parts);
  };
  await update(true);
  return poll(() => update(false));
}

function draw(main, plan, overview, worst, alerts) {
  const targets = counts(overview.data.cells, 'SUBJECT_KIND_TARGET');
  const projects = counts(overview.data.cells, 'SUBJECT_KIND_PROJECT');
  fill(main,
    h('h1', {}, pick(plan.name)),
    h('p', {class: 'sentence'}, sentence(overview.data.today, targets.all, projects.all)),
    honesty({simulated: overview.data.simulated, assumed: worst.data.judgements.some(one => one.assumed)}),
    h('div', {class: 'totals'}, total('targets', targets.all), total('projects', projects.all)),
    h('div', {class: 'columns'},
      section(t('overview.worst'), worstList(worst.data.judgements)),
      section(t('overview.alerts', {count: alerts.data?.alerts.length ?? 0}), alertList(alerts))),
    h('div', {class: 'columns even'},
      section(t('overview.target_fields'), fields('target', targets)),
      section(t('overview.project_fields'), fields('project', projects))));
}

function counts(cells, kind) {
  const all = {};
  const byField = new Map();
  for (const cell of cells.filter(one => one.kind === kind)) {
    const light = meaning(cell.light);
    const own = byField.get(cell.category) ?? byField.set(cell.category, {}).get(cell.category);
    own[light] = (own[light] ?? 0) + cell.count;
    all[light] = (all[light] ?? 0) + cell.count;
  }
  return {all, byField};
}

const sum = own => ORDER.reduce((n, light) => n + (own[light] ?? 0), 0);

function sentence(today, targets, projects) {
  const list = own => ORDER.filter(light => own[light])
    .map(light => t('overview.of', {light: t('light.' + light).toLowerCase(), n: own[light]})).join(lang() === 'zh' ? '、' : ', ');
  return t('overview.sentence', {date: prose(today), targets: sum(targets), target_list: list(targets), projects: sum(projects), project_list: list(projects)});
}

const listOf = (kind, light, category) => '/subjects?' + new URLSearchParams(
  Object.entries({kind, light, field: category}).filter(([, value]) => value));

function total(name, own) {
  const kind = name === 'targets' ? 'target' : 'project';
  return h('div', {class: 'total'},
    h('h2', {}, h('a', {href: listOf(kind)}, t('overview.' + name, {count: sum(own)}))),
    bar(own, {label: t('kind.' + kind), href: light => listOf(kind, light)}));
}

/** Fields with the most trouble first. */
function fields(kind, {byField}) {
  const weight = own => (own.off_track ?? 0) * 1000 + (own.at_risk ?? 0) * 10 + sum(own) / 100;
  const rows = [...byField].sort(([, a], [, b]) => weight(b) - weight(a));
  const most = Math.max(...rows.map(([, own]) => sum(own)));
  return h('table', {class: 'fields'}, h('tbody', {}, rows.map(([id, own]) => h('tr', {},
    h('th', {scope: 'row'}, h('a', {href: listOf(kind, '', id)}, field(id))),
    h('td', {}, bar(own, {most, label: field(id), href: light => listOf(kind, light, id)})),
    h('td', {class: 'num aside'}, String(sum(own)))))));
}

function worstList(judgements) {
  const rank = one => (meaning(one.lights.overall) === 'off_track' ? 0 : 1) + (one.outlook?.p_meet ?? 0.5);
  const found = [...judgements].sort((a, b) => rank(a) - rank(b)).slice(0, WORST);
  if (!found.length) return empty(t('overview.none_worst'));
  return [h('ol', {class: 'worst'}, found.map(one => h('li', {},
    h('a', {href: pageOf(one)}, chip(one.lights.overall), h('span', {class: 'name'}, pick(one.subject_name)), one.binding && h('span', {class: 'tag'}, t('binding'))),
    h('span', {class: 'num', title: t('figures.expected_gap')}, signed(one.target?.expected_gap, one.target?.unit, decimals(one.target?.value))),
    h('span', {class: 'num', title: t('figures.p_meet')}, probability(one.outlook?.p_meet))))),
  h('p', {class: 'aside'}, t('overview.worst_note'), ' ', h('a', {href: listOf('target', 'off_track')}, t('overview.all_worst')))];
}

/** Off track before at risk; of equals the newest first, which is how they come. */
export const gravest = alerts => [...alerts].sort((a, b) => (b.severity === 'SEVERITY_CRITICAL') - (a.severity === 'SEVERITY_CRITICAL'));

function alertList(alerts) {
  if (alerts.error) return empty(t('overview.alerts_away'), t('failed.away_hint'));
  if (!alerts.data.alerts.length) return empty(t('alerts.none'));
  return [h('ul', {class: 'alerts'}, gravest(alerts.data.alerts).slice(0, 6).map(one => h('li', {},
    h('a', {href: pageOf(one)}, pick(one.subject_name)), h('p', {}, pick(one.sentence))))),
  h('p', {class: 'aside'}, h('a', {href: '/alerts'}, t('overview.all_alerts')))];
}
