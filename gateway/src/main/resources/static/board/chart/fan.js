// The fan chart: history, schedule, target, and what is to be expected.
import {h} from '../dom.js';
import {pick, t} from '../i18n.js';
import {decimals, figure, instant, prose, range} from '../format.js';
import {provenance} from '../states.js';
import {band, COLOURS, hairline, start, timeAxis, valueAxis} from './echarts.js';

/** Draws the chart of a target into an element; answers how to end it. */
export async function draw(element, {judgement, observations, versions, onAsOf}) {
  const model = read(judgement, observations, versions);
  const {chart, end} = await start(element, option(model));
  drag(chart, model, onAsOf);
  return end;
}

/** What the chart shows, free of any drawing. */
export function read(judgement, observations, versions = []) {
  const its = judgement.target ?? {};
  // Figures that start again each January are drawn as the sums that were judged.
  const counted = (its.counted ?? []).map(one => ({period_end: one.date, value: one.value, observation_id: one.date, sum: true}));
  const replacedBy = new Map(observations.filter(one => one.supersedes_observation_id).map(one => [one.supersedes_observation_id, one]));
  const byDate = (a, b) => a.period_end.localeCompare(b.period_end);
  return {
    unit: its.unit, digits: Math.max(decimals(its.value, its.target_value), 0), asOf: judgement.as_of, its,
    history: counted.length ? counted : observations.filter(one => !replacedBy.has(one.observation_id)).sort(byDate),
    corrections: counted.length ? [] : observations.filter(one => replacedBy.has(one.observation_id)).map(one => ({was: one, is: replacedBy.get(one.observation_id)})),
    schedule: its.base_value && its.target_value && its.base_date ? [[its.base_date, Number(its.base_value)], ...(its.waypoints ?? []).map(one => [one.date, Number(one.value)]), [its.due, Number(its.target_value)]] : [],
    fan: judgement.outlook?.fan ?? [],
    steps: steps(its, versions),
  };
}

/** The target's value over time, one point where each version took effect; nothing while there was only one. */
export function steps(its, versions) {
  const from = one => one.instrument?.effective || its.base_date || '';
  const valued = versions.filter(one => one.value && from(one));
  const newest = new Map(valued.slice().sort((a, b) => a.version - b.version).map(one => [from(one), one]));
  const line = [...newest].sort(([a], [b]) => a.localeCompare(b)).map(([date, one]) => [date, Number(one.value)]);
  return line.length > 1 ? [...line, [its.due, line.at(-1)[1]]] : [];
}

const point = one => ({value: [one.period_end, Number(one.value)], one});

function option(model) {
  const {its, unit, fan} = model;
  const dates = [its.base_date, its.due, model.asOf, model.history[0]?.period_end].filter(Boolean).sort();
  return {
    grid: {left: 52, right: 18, top: 34, bottom: 28},
    tooltip: {trigger: 'axis', axisPointer: {type: 'line', lineStyle: {color: COLOURS.line}}, formatter: hits => tip(model, hits), borderColor: COLOURS.line, padding: [8, 10], textStyle: {color: COLOURS.ink, fontSize: 12}},
    xAxis: timeAxis(dates[0], later(dates.at(-1))),
    yAxis: valueAxis(pick(unit)),
    series: [
      ...(fan.length ? bands(fan) : []),
      line(t('fan.schedule'), model.schedule, {lineStyle: {type: [4, 4], width: 1, color: COLOURS.muted}, z: 2}),
      line(t('fan.revisions'), model.steps, {step: 'end', lineStyle: {type: 'dotted', width: 1.5, color: COLOURS.red}, z: 3}),
      target(model),
      ...model.corrections.map(({was, is}) => line(t('fan.corrected'), [point(was), point(is)],
        {lineStyle: {type: 'dotted', width: 1, color: COLOURS.muted}, symbol: 'emptyCircle', showSymbol: true, symbolSize: value => (value[1] === Number(was.value) ? 8 : 0), itemStyle: {color: COLOURS.muted}, z: 3})),
      line(t('fan.history'), model.history.map(point), {
        lineStyle: {width: 2, color: COLOURS.ink}, itemStyle: {color: COLOURS.ink}, symbol: 'circle', symbolSize: 6, showSymbol: true, z: 5, markLine: marker(model, model.asOf)}),
    ],
  };
}

/** The words stand on the side with more room. */
function marker({its}, date) {
  const half = (Date.parse(its.base_date || date) + Date.parse(its.due || date)) / 2;
  return hairline(date, t('fan.as_of', {date}), {right: Date.parse(date) <= half});
}

const later = date => new Date(Date.parse(date) + 40 * 864e5).toISOString().slice(0, 10);

function line(name, data, more) {
  return {name, type: 'line', data, showSymbol: false, emphasis: {disabled: true}, ...more};
}

function bands(fan) {
  const rows = (low, high) => fan.map(one => [one.date, one.quantiles[low], one.quantiles[high]]);
  return [band('p10–p90', rows('p10', 'p90'), 0.13), band('p25–p75', rows('p25', 'p75'), 0.2),
    line(t('fan.median'), fan.map(one => [one.date, one.quantiles.p50]), {lineStyle: {width: 1.5, color: COLOURS.blue}, z: 4})];
}

function target({its, unit, digits}) {
  const value = Number(its.target_value);
  return {
    name: t('figures.target'), type: 'scatter', z: 6, silent: true, data: its.target_value ? [[its.due, value]] : [],
    symbol: 'diamond', symbolSize: 11, itemStyle: {color: '#fff', borderColor: COLOURS.red, borderWidth: 2},
    label: {show: true, position: 'left', distance: 8, color: COLOURS.red, formatter: `${t('figures.target')} ${figure(its.target_value, unit, its.target_value ? decimals(its.target_value) : digits)}`},
  };
}

/** Figure, source, who reported, when we learnt it; or the range that is expected. */
function tip({unit, digits, fan}, hits) {
  const rows = [];
  const date = new Date(hits[0].axisValue).toISOString().slice(0, 10);
  for (const hit of hits) {
    const one = hit.data?.one;
    if (one && !rows.some(row => row.id === one.observation_id)) rows.push(Object.assign(observed(one, unit), {id: one.observation_id}));
  }
  const ahead = fan.find(one => one.date === date);
  if (ahead) {
    const q = ahead.quantiles;
    rows.push(h('p', {}, t('fan.tip_median', {value: figure(q.p50, unit, digits)})),
      h('p', {class: 'aside'}, t('fan.tip_range', range(q.p10, q.p90, unit, digits))));
  }
  const schedule = hits.find(hit => hit.seriesName === t('fan.schedule'));
  if (schedule) rows.push(h('p', {class: 'aside'}, `${t('fan.schedule')} ${figure(schedule.value[1], unit, digits)}`));
  return h('div', {class: 'tip'}, h('p', {class: 'aside'}, prose(date)), rows);
}

function observed(one, unit) {
  return h('div', {}, h('p', {}, h('strong', {}, figure(one.value, unit)), ' ', provenance(one.provenance)),
    h('p', {class: 'aside'}, one.sum ? t('fan.tip_sum') : t('fan.tip_who', {who: one.actor?.name || one.source || '—', at: instant(one.recorded_at)})));
}

/** The hairline can be taken by the pointer and laid on another date. */
function drag(chart, model, onAsOf) {
  const zr = chart.getZr();
  const x = () => chart.convertToPixel({xAxisIndex: 0}, Date.parse(model.asOf));
  const near = event => Math.abs(event.offsetX - x()) < 7;
  let date;
  zr.on('mousemove', event => {
    if (date === undefined) { if (near(event)) zr.setCursorStyle('ew-resize'); return; }
    const at = chart.convertFromPixel({xAxisIndex: 0}, Math.min(event.offsetX, x.most));
    date = new Date(at).toISOString().slice(0, 10);
    zr.setCursorStyle('ew-resize');
    chart.setOption({series: [{name: t('fan.history'), markLine: marker(model, date)}]});
  });
  x.most = chart.getWidth() - 18;
  zr.on('mousedown', event => { if (near(event)) date = model.asOf; });
  const drop = () => { const to = date; date = undefined; if (to && to !== model.asOf) onAsOf(to); };
  zr.on('mouseup', drop);
  zr.on('globalout', drop);
}
