// One project: the sentence, the lights, its progress against the schedule, its reports, the targets that stand on it.
import {get, path, read} from '../api.js';
import {fill, h, section, table} from '../dom.js';
import {field, pick, t} from '../i18n.js';
import {day, delay, figure, instant, percent, points, probability, prose} from '../format.js';
import {chip, panel} from '../lights.js';
import {empty, honesty, provenance} from '../states.js';
import {pageOf} from '../router.js';
import {alertsAbout, clockForm, clocks, explanation, facts, heading, history, later, pins} from './parts.js';
import {inForce, MONEY, money, phaseName, phases, place, schedules} from './registry.js';
import {busy, ofProject} from './office.js';
import {poll} from '../live.js';
import {draw as drawProgress} from '../chart/progress.js';

export async function show(main, context) {
  const {params, query} = context;
  const times = clocks(query);
  let release = () => {};
  let missed = false;
  const update = async first => {
    const [judged, state] = await Promise.all([
      read(path`/plans/${params.plan}/judgements/${params.subject}`, times),
      read(path`/plans/${params.plan}/projects/${params.subject}`)]);
    missed ||= judged.changed || state.changed;
    if (!first && (!missed || busy(main))) return;
    missed = false;
    const {reports} = await get(path`/plans/${params.plan}/projects/${params.subject}/reports`, {known_at: times.known_at});
    release();
    release = await draw(main, context, judged.data.judgement, state.data.state, reports, times, () => update(true));
  };
  await update(true);
  const stop = poll(() => update(false));
  return () => { stop(); release(); };
}

async function draw(main, context, judgement, state, reports, times, redraw) {
  document.title = `${pick(judgement.subject_name)} · Waymark`;
  const chart = h('div', {class: 'chart', role: 'img', 'aria-label': pick(judgement.sentence)});
  const canDraw = reports.length > 0 || state.project.planned_start;
  fill(main,
    heading(judgement, field(judgement.category)),
    h('p', {class: 'sentence'}, pick(judgement.sentence)),
    honesty(judgement),
    judgement.project?.obstacle && h('p', {class: 'obstacle'}, h('strong', {}, t('project.obstacle')), judgement.project.obstacle),
    panel(judgement.lights),
    clockForm(context),
    canDraw ? h('figure', {}, chart, h('figcaption', {class: 'aside'}, t('progress.caption')))
      : empty(t('progress.none'), t('fan.none_hint', {bureau: pick(judgement.lead_bureau_name)})),
    figures(judgement, state),
    later(() => phases(state)),
    later(() => standsOn(judgement.plan_id, state.project.contributions)),
    explanation(judgement.plan_id, judgement.subject_id, times),
    reported(reports, judgement),
    later(() => findings(judgement.plan_id, judgement.subject_id)),
    money(state, reports),
    later(() => schedules(state)),
    stops(state.suspensions),
    later(() => alertsAbout(judgement.plan_id, judgement.subject_id)),
    later(() => history(judgement.plan_id, judgement.subject_id)),
    quote(state.project.source),
    ofProject(state, context.today, redraw),
    pins(judgement));
  return canDraw ? drawProgress(chart, {judgement, state: {...state, project: inForce(state, judgement.as_of)}, reports}) : () => {};
}

function assumed(state, name) {
  return state.project.assumed_fields.includes(name) ? t('provenance.assumed') : undefined;
}

function figures({project: its = {}}, state) {
  const range = its.finish_p10 && t('project.finish_range', {low: prose(its.finish_p10), high: prose(its.finish_p90)});
  return facts([
    [t('project.percent'), percent(its.percent_complete), its.percent_date && prose(its.percent_date)],
    [t('project.scheduled'), percent(its.scheduled_percent, 1), its.points_behind !== undefined && points(-its.points_behind)],
    [t('project.phase'), phaseName(state.phase), state.project.planned_start && t('project.since', {date: prose(state.project.planned_start)})],
    [t('project.planned_finish'), prose(its.planned_finish || state.project.planned_finish), its.schedule_document || assumed(state, 'planned_finish')],
    its.finish_p50 && [t('project.expected_finish'), prose(its.finish_p50), range],
    its.p_on_time !== undefined && [t('project.p_on_time'), probability(its.p_on_time), its.expected_delay_days !== undefined && delay(its.expected_delay_days)],
    place(state.project),
    state.project.parent_project_id && [t('project.part_of'), h('a', {href: encodeURIComponent(state.project.parent_project_id)}, state.project.parent_project_id)],
  ]);
}

async function standsOn(plan, contributions) {
  if (!contributions.length) return section(t('project.targets'), empty(t('project.no_targets')));
  const judged = await Promise.all(contributions.map(one =>
    get(path`/plans/${plan}/judgements/${one.indicator_id}`).then(reply => reply.judgement, () => undefined)));
  const rows = contributions.map((one, i) => [
    judged[i] ? h('a', {href: pageOf(judged[i])}, pick(judged[i].subject_name)) : one.indicator_id,
    judged[i] ? chip(judged[i].lights.overall) : '—',
    one.amount ? [figure(one.amount, judged[i]?.target?.unit), ' ', provenance(one.provenance)] : t('project.amount_unknown'),
    t('mode.' + String(one.mode).replace('CONTRIBUTION_MODE_', '').toLowerCase()),
    probability(judged[i]?.outlook?.p_meet)]);
  return section(t('project.targets'), table(
    [t('project.target'), t('list.light'), {label: t('project.amount'), cls: 'num'}, t('project.mode'), {label: t('figures.p_meet'), cls: 'num'}], rows));
}

function reported(reports, judgement) {
  if (!reports.length) return section(t('reports.title'), empty(t('reports.none'), t('fan.none_hint', {bureau: pick(judgement.lead_bureau_name)})));
  const replaced = new Set(reports.map(one => one.corrects_report_id).filter(Boolean));
  const strike = (one, text) => (replaced.has(one.report_id) ? h('s', {}, text) : text);
  return section(t('reports.title'), table(
    [{label: t('reports.as_of'), cls: 'date'}, {label: t('reports.percent'), cls: 'num'}, {label: t('reports.invested'), cls: 'num'}, {label: t('reports.finish'), cls: 'date'}, {label: t('reports.obstacle'), cls: 'wide'}, t('reports.who'), {label: t('reports.learnt'), cls: 'date'}],
    reports.map(one => [
      [day(one.as_of), ' ', replaced.has(one.report_id) && h('span', {class: 'tag'}, t('observed.replaced')), one.corrects_report_id && h('span', {class: 'tag'}, t('observed.corrects'))],
      strike(one, percent(one.percent_complete)), figure(one.invested_to_date, MONEY), day(one.expected_finish), obstacles(one),
      [one.actor?.name ?? '—', ' ', provenance(one.provenance)], instant(one.recorded_at)])));
}

const tail = (value, prefix) => String(value).replace(prefix, '').toLowerCase();

/** What stands in the way, what was reached, and papers by reference. */
function obstacles(one) {
  const kinds = (one.obstacle_kinds ?? []).map(kind => h('span', {class: 'tag'}, t('obstacle.' + tail(kind, 'OBSTACLE_KIND_'))));
  const reached = (one.milestones_reached ?? []).map(name => h('p', {class: 'small'}, t('reports.reached', {name})));
  const papers = (one.attachments ?? []).map(paper => h('p', {class: 'small'},
    h('a', {href: paper.url, rel: 'noopener noreferrer', target: '_blank', title: 'SHA-256 ' + paper.sha256}, paper.name)));
  const all = [kinds.flatMap(kind => [kind, ' ']), one.obstacle, reached, papers].flat().filter(Boolean);
  return all.length ? h('div', {}, all) : '—';
}

/** A reason stands alone here; elsewhere it follows a colon. */
const capital = sentence => sentence.charAt(0).toUpperCase() + sentence.slice(1);

/** Reports that are worth a second look; none: nothing is said. */
async function findings(plan, project) {
  const {findings: found} = await get(path`/plans/${plan}/findings`, {project_id: project});
  if (!found.length) return section(t('findings.title'), empty(t('findings.none')));
  return section(t('findings.title'), h('p', {class: 'aside'}, t('findings.note')), table(
    [t('findings.kind'), {label: t('reports.as_of'), cls: 'date'}, {label: t('findings.reason'), cls: 'wide'}],
    found.map(one => [t('finding.' + tail(one.kind, 'FINDING_KIND_')), day(one.as_of), [capital(pick(one.reason)), ' ', provenance(one.provenance)]])));
}

function stops(suspensions) {
  if (!suspensions.length) return null;
  return section(t('stops.title'), table([t('stops.from'), t('stops.until'), t('stops.reason'), t('stops.approval')],
    suspensions.map(one => [day(one.from), one.until ? day(one.until) : [t('stops.still'), one.planned_until && ' ' + t('stops.planned', {date: day(one.planned_until)})],
      one.reason, [one.approval, one.resumption_approval].filter(Boolean).join(' · ')])));
}

function quote(source) {
  if (!source?.quote) return null;
  return section(t('quote.title'), h('blockquote', {lang: 'zh-CN'}, source.quote),
    h('p', {class: 'aside'}, [source.section, source.line && t('quote.line', {line: source.line})].filter(Boolean).join(' · ')));
}
