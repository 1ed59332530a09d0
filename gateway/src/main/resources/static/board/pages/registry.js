// What the registry keeps of a project beside its progress: phases, money, place, schedules by document.
import {get, path} from '../api.js';
import {h, section, table} from '../dom.js';
import {knows, pick, t} from '../i18n.js';
import {day, figure, instant, number, percent} from '../format.js';
import {provenance} from '../states.js';

export const PHASES = ['reserve', 'preparation', 'started', 'building', 'completed', 'operating'];
export const MONEY = {zh: '亿元', en: '100 million yuan'};

/** The last word of a constant: PHASE_STARTED is started. */
export const tail = (constant, prefix) => String(constant ?? '').replace(prefix, '').toLowerCase();
export const phaseOf = constant => tail(constant, 'PHASE_');
export const phaseName = constant => (knows('phase.' + phaseOf(constant)) ? t('phase.' + phaseOf(constant)) : phaseOf(constant));

/** The project with the schedule that holds on a day: of the effective versions the one that became so last. */
export function inForce({project, schedule_revisions: revisions}, date) {
  const held = revisions.filter(one => one.effective <= date).reduce((found, one) => (found && found.effective > one.effective ? found : one), undefined);
  return held ? {...project, planned_start: held.planned_start, planned_finish: held.planned_finish, schedule: held.points} : project;
}

/** The six phases in a row: those passed with the day on which each began, the present one marked. */
export function pipeline(state) {
  const now = PHASES.indexOf(phaseOf(state.phase));
  const since = new Map(state.phase_moves.map(move => [phaseOf(move.phase), move.date]));
  return h('ol', {class: 'pipeline', 'aria-label': t('phase.title')}, PHASES.map((phase, i) =>
    h('li', {class: i < now ? 'passed' : i === now ? 'present' : '', 'aria-current': i === now ? 'step' : undefined},
      h('strong', {}, t('phase.' + phase)), h('span', {class: 'aside'}, i <= now && since.has(phase) ? day(since.get(phase)) : ''))));
}

/** The pipeline with every step, those taken back struck through. */
export async function phases(state) {
  const {plan_id: plan, project_id: project} = state.project;
  const {moves} = await get(path`/plans/${plan}/projects/${project}/phases`);
  const strike = (move, text) => (move.withdrawn ? h('s', {}, text) : text);
  return section(t('phase.title'), pipeline(state), moves.length > 0 && table(
    [{label: t('phase.from'), cls: 'date'}, t('phase.step'), t('phase.passed_over'), {label: t('phase.why'), cls: 'wide'}, t('reports.who'), {label: t('reports.learnt'), cls: 'date'}],
    moves.map(move => [
      strike(move, day(move.date)),
      [strike(move, `${phaseName(move.from_phase)} → ${phaseName(move.phase)}`), move.withdrawn && h('span', {class: 'tag'}, t('phase.withdrawn'))],
      move.passed_over.length ? move.passed_over.map(phaseName).join(t('comma')) : '—',
      [move.reason, move.approval].filter(Boolean).join(' · ') || (move.report_id ? t('phase.by_report') : '—'),
      move.actor?.name ?? '—', instant(move.recorded_at)])));
}

/** Budget, what has been spent of it, and where the money comes from. */
export function money(state, reports) {
  const {budget, funding} = state.project;
  if (!budget && !funding.length) return null;
  const replaced = new Set(reports.map(one => one.corrects_report_id).filter(Boolean));
  const spent = reports.find(one => one.invested_to_date && !replaced.has(one.report_id));
  const sum = funding.reduce((all, line) => all + Number(line.amount), 0);
  const whole = Number(budget) || sum;
  const share = amount => (whole ? percent(100 * Number(amount) / whole) : '—');
  const rows = funding.map(line => [t('funding.' + tail(line.source, 'FUNDING_SOURCE_')), figure(line.amount, MONEY), share(line.amount), provenance(line.provenance) ?? '—']);
  const gap = Number((whole - sum).toPrecision(12));
  if (budget && funding.length && gap > 0) rows.push([t('funding.gap'), figure(gap, MONEY), share(gap), '—']);
  return section(t('money.title'),
    h('p', {}, budget && t('money.budget', {amount: figure(budget, MONEY)}), ' ', spent && t('money.spent', {amount: figure(spent.invested_to_date, MONEY), date: day(spent.as_of), share: share(spent.invested_to_date)})),
    rows.length > 0 && table([t('money.source'), {label: t('money.amount'), cls: 'num'}, {label: t('money.share'), cls: 'num'}, t('money.provenance')], rows));
}

/** Versions of the schedule; the one that holds today is marked. */
export async function schedules(state) {
  const {plan_id: plan, project_id: project} = state.project;
  const {versions, in_force: current} = await get(path`/plans/${plan}/projects/${project}/schedules`);
  return section(t('schedule.title'), table(
    [{label: t('schedule.version'), cls: 'num'}, t('schedule.kind'), {label: t('schedule.dates'), cls: 'date'}, {label: t('schedule.effective'), cls: 'date'}, {label: t('schedule.document'), cls: 'wide'}, t('reports.who'), {label: t('reports.learnt'), cls: 'date'}],
    versions.map(one => [
      [one.version, ' ', one.version === current && h('span', {class: 'tag'}, t('schedule.in_force'))],
      t('schedule.' + tail(one.kind, 'SCHEDULE_KIND_')), `${day(one.planned_start)} – ${day(one.planned_finish)}`,
      one.effective ? day(one.effective) : t('schedule.beginning'),
      [one.document ? h('p', {}, t('schedule.rests', {document: one.document, approver: one.approver, reason: one.reason})) : '—',
        one.points.map(point => h('p', {class: 'aside'}, `${day(point.date)} · ${number(point.percent)}% · ${pick(point.milestone)}`.replace(/ · $/, '')))],
      one.actor?.name ?? '—', instant(one.recorded_at)])));
}

/** District, and address with coordinates as the note to it. */
export function place({place: its}) {
  if (!its) return null;
  const at = its.latitude !== undefined ? `${its.latitude}, ${its.longitude}` : '';
  const [first, ...rest] = [its.district, pick(its.address), at].filter(Boolean);
  return first ? [t('project.place'), first, rest.join(' · ')] : null;
}
