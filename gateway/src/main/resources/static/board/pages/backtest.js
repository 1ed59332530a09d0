// How good judgements have been: first in a sentence, then drawn, then by horizon. What nobody can check is not shown.
import {path, read} from '../api.js';
import {fill, h, section, table} from '../dom.js';
import {pick, t} from '../i18n.js';
import {number, percent, signed} from '../format.js';
import {empty} from '../states.js';
import {facts} from './parts.js';
import {draw as drawDiagram, drawable} from '../chart/reliability.js';

export async function show(main, {plan}) {
  if (!plan) {
    fill(main, empty(t('overview.no_plan'), t('overview.no_plan_hint')));
    return;
  }
  document.title = `${t('nav.backtest')} · ${pick(plan.name)} · Waymark`;
  const {data} = await read(path`/plans/${plan.plan_id}/backtest`);
  const charts = [];
  fill(main,
    h('h1', {}, t('backtest.title')),
    h('p', {class: 'sentence'}, sentence(data)),
    simulated(data),
    section(t('backtest.hindcasts'), h('p', {class: 'aside'}, t('backtest.hindcasts_how', {years: data.most_origins})),
      h('p', {}, t('backtest.indicators', counts(data))),
      part(data.hindcasts, t('backtest.none'), t('backtest.needs_figures', {least: data.least_years}), charts)),
    section(t('backtest.held'), h('p', {class: 'aside'}, t('backtest.held_how')),
      h('p', {}, t('backtest.targets', {due: data.targets_due ?? 0, known: data.targets_known ?? 0})),
      part(data.held, t('backtest.none'), t('backtest.needs_outcomes'), charts)),
    h('p', {class: 'aside'}, t('backtest.check')));
  const ends = await Promise.all(charts.map(([element, points]) => drawDiagram(element, points)));
  return () => ends.forEach(end => end());
}

const scoreOf = one => one?.scores?.[0];

function counts({indicators = 0, too_short: short = 0, not_asked: left = 0, least_years: least}) {
  return {all: indicators, checked: indicators - short - left, short, left, least};
}

/** Of what was held if that can be scored, else of hindcasts; without either, that there is nothing yet. */
export function sentence({held, hindcasts}) {
  const [key, score] = scoreOf(held)?.brier !== undefined ? ['backtest.sentence_held', scoreOf(held)] : ['backtest.sentence_hindcasts', scoreOf(hindcasts)];
  if (score?.brier === undefined) return t('backtest.sentence_none');
  return t(key, {count: score.questions, brier: number(score.brier, 3), reference: number(score.reference_brier, 3), within: percent(100 * score.interval80.share)});
}

function simulated({held, hindcasts}) {
  const count = (held?.simulated_questions ?? 0) + (hindcasts?.simulated_questions ?? 0);
  return count > 0 && h('p', {class: 'honesty'}, t('backtest.simulated', {count}));
}

function part(one, none, needs, charts) {
  const all = scoreOf(one);
  if (!all) return empty(none, needs);
  if (all.brier === undefined) return empty(t('backtest.too_few', {count: all.questions, least: one.least_scored}), needs);
  const parts = [cards(all, one)];
  if (drawable(all.points).length) {
    const chart = h('div', {class: 'chart square', role: 'img', 'aria-label': inWords(all.points)});
    charts.push([chart, all.points]);
    parts.push(h('figure', {}, chart, h('figcaption', {class: 'aside'}, t('backtest.caption', {least: one.least_drawn}))));
  }
  return [...parts, byYears(one), h('p', {class: 'aside'}, t('backtest.overlap'))];
}

function cards(all, {series}) {
  return facts([
    [t('backtest.questions'), number(all.questions, 0), t('backtest.series', {count: series})],
    [t('backtest.brier'), brier(all), t('backtest.brier_note')],
    [t('backtest.reference'), number(all.reference_brier, 3), t('backtest.reference_note')],
    [t('backtest.skill'), skill(all), t('backtest.skill_note')],
    [t('backtest.interval', {level: 80}), percent(100 * all.interval80.share), range(all.interval80)],
    all.interval90 && [t('backtest.interval', {level: 90}), percent(100 * all.interval90.share), range(all.interval90)],
  ]);
}

const brier = one => number(one.brier, 3) + (one.brier_error === undefined ? '' : ' ± ' + number(one.brier_error, 3));
const skill = one => (one.skill === undefined ? '—' : signed(100 * one.skill, undefined, 0) + '%');
const range = one => t('backtest.range', {low: percent(100 * one.low), high: percent(100 * one.high), hits: one.hits, count: one.count});

function byYears({scores, least_scored: least}) {
  const num = label => ({label, cls: 'num'});
  const share = one => (one ? `${percent(100 * one.share)} (${number(100 * one.low, 0)}–${number(100 * one.high, 0)})` : '—');
  const rows = scores.map(one => [
    one.years ? t('backtest.years', {count: one.years}) : t('backtest.all'), number(one.questions, 0),
    one.brier === undefined ? t('backtest.few', {least}) : brier(one),
    one.brier === undefined ? '—' : number(one.reference_brier, 3),
    skill(one), share(one.interval80), share(one.interval90)]);
  return table([t('backtest.ahead'), num(t('backtest.questions')), num(t('backtest.brier')), num(t('backtest.reference')), num(t('backtest.skill')),
    num(t('backtest.interval', {level: 80})), num(t('backtest.interval', {level: 90}))], rows);
}

function inWords(points) {
  return t('backtest.alt') + ' ' + drawable(points).map(one => t('backtest.tip', {said: percent(100 * one.said), was: percent(100 * one.was.share)})).join('; ');
}
