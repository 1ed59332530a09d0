// One target: the sentence, the lights, the fan, what it stands on, and why.
import {get, path, read} from '../api.js';
import {fill, h, section, table} from '../dom.js';
import {field, lang, pick, t} from '../i18n.js';
import {day, decimals, figure, instant, percent, points, probability, prose, range, signed} from '../format.js';
import {panel} from '../lights.js';
import {empty, honesty, provenance} from '../states.js';
import {alertsAbout, clockForm, clocks, explanation, facts, heading, history, later, pins} from './parts.js';
import {busy, ofTarget} from './office.js';
import {poll} from '../live.js';
import {draw as drawFan} from '../chart/fan.js';

const SIGNS = {GE: '≥', GT: '>', LE: '≤', LT: '<', APPROX: '≈', EQ: ''};

export async function show(main, context) {
  const {params, query} = context;
  const times = clocks(query);
  const address = path`/plans/${params.plan}/judgements/${params.subject}`;
  let release = () => {};
  let missed = false;
  const update = async first => {
    const {data, changed} = await read(address, times);
    missed ||= changed;
    if (!first && (!missed || busy(main))) return;
    missed = false;
    const observations = data.judgement.indicator_id
      ? (await get(path`/plans/${params.plan}/indicators/${data.judgement.indicator_id}/observations`, {known_at: times.known_at})).observations
      : [];
    const versions = await versionsOf(params.plan, data.judgement, times);
    release();
    release = await draw(main, context, data.judgement, observations, versions, times, () => update(true));
  };
  await update(true);
  const stop = poll(() => update(false));
  return () => { stop(); release(); };
}

/** Earlier versions of the target; asked for only where a document or a correction has made one. */
async function versionsOf(plan, {pins = {}, subject_id: subject}, times) {
  if (!(pins.target_version > 1)) return [];
  return (await get(path`/plans/${plan}/targets/${subject}/versions`, {known_at: times.known_at})).versions;
}

async function draw(main, context, judgement, observations, versions, times, redraw) {
  document.title = `${pick(judgement.subject_name)} · Waymark`;
  const plan = judgement.plan_id;
  const chart = h('div', {class: 'chart', role: 'img', 'aria-label': pick(judgement.sentence)});
  const canDraw = observations.length > 0 || judgement.outlook?.fan?.length > 0;
  fill(main,
    heading(judgement, field(judgement.category)),
    h('p', {class: 'sentence'}, pick(judgement.sentence)),
    honesty(judgement),
    panel(judgement.lights),
    clockForm(context),
    canDraw ? h('figure', {}, chart, h('figcaption', {class: 'aside'}, t('fan.caption'))) : empty(t('fan.none'), t('fan.none_hint', {bureau: pick(judgement.lead_bureau_name)})),
    figures(judgement),
    causes(judgement),
    explanation(plan, judgement.subject_id, times),
    instruments(judgement, versions),
    observed(judgement, observations),
    later(() => alertsAbout(plan, judgement.subject_id)),
    later(() => history(plan, judgement.subject_id)),
    ofTarget(judgement, context.today, redraw),
    pins(judgement));
  return canDraw ? drawFan(chart, {judgement, observations, versions, onAsOf: date => moveTo(context, date)}) : () => {};
}

function moveTo({go}, date) {
  const url = new URL(location.href);
  url.searchParams.set('as_of', date);
  go(url.href);
}

function goal(its) {
  if (!its.target_value) return t('figures.awaited');
  const sign = its.target_value_max ? '' : SIGNS[String(its.comparator).replace('COMPARATOR_', '')] ?? '';
  return `${sign} ${span(its.target_value, its.target_value_max, its.unit)}`.trim();
}

/** A figure, or the two ends of a range. */
function span(low, high, unit) {
  if (!high) return figure(low, unit);
  const ends = range(low, high, unit, decimals(low, high));
  return `${ends.low}–${ends.high}`;
}

function figures({target: its = {}, outlook}) {
  const digits = decimals(its.value, its.target_value, its.base_value);
  const interval = outlook?.at_due && t('figures.range', range(outlook.at_due.p10, outlook.at_due.p90, its.unit, digits));
  return facts([
    [t('figures.value'), figure(its.value, its.unit), its.value_date && prose(its.value_date)],
    [t('figures.scheduled'), figure(its.scheduled, its.unit, digits), its.base_value && t('figures.from', {base: figure(its.base_value, its.unit), date: prose(its.base_date)})],
    [t('figures.gap'), signed(its.gap, its.unit, digits), its.points_behind !== undefined && points(-its.points_behind)],
    [t('figures.target'), goal(its), t('figures.due', {date: prose(its.due)})],
    outlook?.at_due && [t('figures.expected'), figure(outlook.at_due.p50, its.unit, digits), interval],
    [t('figures.p_meet'), probability(outlook?.p_meet), its.ratio !== undefined && t('figures.ratio', {value: percent(its.ratio * 100, 1)})],
  ]);
}

function causes({causes: list = [], target: its = {}, plan_id: plan}) {
  if (!list.length) return null;
  const digits = Math.max(1, decimals(its.value));
  const name = one => (one.project_id ? h('a', {href: `/plans/${encodeURIComponent(plan)}/projects/${encodeURIComponent(one.project_id)}`}, pick(one.name)) : pick(one.name));
  const tag = one => one.assumed && h('span', {class: 'tag assumed'}, t('provenance.assumed'));
  return section(t('causes.title'),
    table([t('causes.project'), {label: t('causes.adds'), cls: 'num'}, {label: t('causes.chance'), cls: 'num'}, t('causes.planned'), t('causes.expected'), {label: t('causes.costs'), cls: 'num'}],
      list.map(one => [[name(one), tag(one)], one.project_id ? figure(one.contribution, its.unit, digits) : '—', one.project_id ? probability(one.p_complete) : '—',
        day(one.planned_finish), day(one.expected_finish), h('strong', {}, signed(one.amount, its.unit, digits))])),
    h('p', {class: 'aside'}, t('causes.note')));
}

/** Which document made which version. */
function instruments({target: its = {}, pins = {}}, versions) {
  if (versions.length < 2) return null;
  const kind = by => t('instrument.' + String(by.kind).replace('INSTRUMENT_KIND_', '').toLowerCase());
  return section(t('instrument.title'), table(
    [t('instrument.version'), t('instrument.kind'), {label: t('figures.target'), cls: 'num'}, t('instrument.from'), t('instrument.document'), t('instrument.approver'), t('instrument.reason')],
    versions.map(({version, value, value_max: max, instrument: by = {}}) => [
      [version, version === pins.target_version && h('span', {class: 'tag'}, t('instrument.in_force'))], kind(by),
      value ? span(value, max, its.unit) : t('figures.awaited'),
      by.effective ? day(by.effective) : t('instrument.start'), by.document || '—', by.approver || '—', by.reason || '—'])));
}

function observed({target: its = {}}, observations) {
  if (!observations.length) return null;
  const replaced = new Set(observations.map(one => one.supersedes_observation_id).filter(Boolean));
  return section(t('observed.title'), table(
    [t('observed.period'), {label: t('observed.value'), cls: 'num'}, t('observed.kind'), t('observed.who'), t('observed.learnt')],
    observations.map(one => [day(one.period_end),
      replaced.has(one.observation_id) ? h('s', {}, figure(one.value, its.unit)) : figure(one.value, its.unit),
      [provenance(one.provenance), replaced.has(one.observation_id) && h('span', {class: 'tag'}, t('observed.replaced')), one.supersedes_observation_id && h('span', {class: 'tag'}, t('observed.corrects'))],
      [one.actor?.name, one.source].filter(Boolean).join(lang() === 'zh' ? '，' : ', ') || '—', instant(one.recorded_at)])));
}
