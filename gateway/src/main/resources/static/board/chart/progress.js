// A project's progress: what was reported against the schedule, stops of the clock, and when it will be finished.
import {h} from '../dom.js';
import {t} from '../i18n.js';
import {instant, percent, prose} from '../format.js';
import {provenance} from '../states.js';
import {band, COLOURS, hairline, start, timeAxis, valueAxis} from './echarts.js';

/** Draws the chart of a project into an element; answers how to end it. */
export async function draw(element, {judgement, state, reports}) {
  const {end} = await start(element, option(judgement, state, reports));
  return end;
}

function option(judgement, {project, suspensions}, reports) {
  const its = judgement.project ?? {};
  const replaced = new Set(reports.map(one => one.corrects_report_id).filter(Boolean));
  const told = reports.filter(one => one.percent_complete !== undefined).sort((a, b) => a.as_of.localeCompare(b.as_of));
  const point = one => ({value: [one.as_of, one.percent_complete], one});
  const current = told.filter(one => !replaced.has(one.report_id));
  const last = current.at(-1);
  const dates = [project.planned_start, project.planned_finish, its.finish_p90, judgement.as_of, told[0]?.as_of].filter(Boolean).sort();
  const forecast = last && its.finish_p50 ? forecasts(last, its) : [];
  return {
    grid: {left: 46, right: 22, top: 30, bottom: 28},
    tooltip: {trigger: 'item', formatter: hit => tip(hit), borderColor: COLOURS.line, padding: [8, 10], textStyle: {color: COLOURS.ink, fontSize: 12}},
    xAxis: timeAxis(dates[0], dates.at(-1)),
    yAxis: valueAxis('%', {min: 0, max: 100, scale: false, nameTextStyle: {color: COLOURS.muted}}),
    series: [
      ...forecast,
      {name: t('fan.schedule'), type: 'line', silent: true, showSymbol: false, z: 2, lineStyle: {type: [4, 4], width: 1, color: COLOURS.muted},
        data: project.planned_start && project.planned_finish ? schedule(project, suspensions) : [],
        markArea: {silent: true, itemStyle: {color: COLOURS.line, opacity: 0.45}, label: {color: COLOURS.muted, position: 'insideTop'},
          data: suspensions.map(stop => [{xAxis: stop.from, name: t('light.suspended')}, {xAxis: stop.until || judgement.as_of}])}},
      {name: t('fan.corrected'), type: 'scatter', symbol: 'emptyCircle', symbolSize: 8, z: 3, itemStyle: {color: COLOURS.muted}, data: told.filter(one => replaced.has(one.report_id)).map(point)},
      {name: t('fan.history'), type: 'line', symbol: 'circle', symbolSize: 7, z: 5, lineStyle: {width: 2, color: COLOURS.ink}, itemStyle: {color: COLOURS.ink}, emphasis: {disabled: true},
        data: current.map(point), markLine: hairline(judgement.as_of, t('fan.as_of', {date: judgement.as_of}), {right: Date.parse(judgement.as_of) * 2 <= Date.parse(dates[0]) + Date.parse(dates.at(-1))})},
    ],
  };
}

/** The planned line from the first to the last day; it stands still while the clock is stopped. */
function schedule({planned_start: from, planned_finish: to}, suspensions) {
  const stops = suspensions.filter(stop => stop.until && stop.from > from && stop.from < to).map(stop => [Date.parse(stop.from), Date.parse(stop.until)]);
  const begin = Date.parse(from);
  const whole = Date.parse(to) - begin;
  const points = [[from, 0]];
  let stopped = 0;
  for (const [start, until] of stops) {
    const reached = (100 * (start - begin - stopped)) / whole;
    points.push([start, reached], [until, reached]);
    stopped += until - start;
  }
  return [...points, [begin + whole + stopped, 100]];
}

/** From the last report to the day of completion: p10 to p90 as a band, the median as a line. */
function forecasts(last, its) {
  const from = last.as_of;
  const done = last.percent_complete;
  const [early, middle, late] = [its.finish_p10, its.finish_p50, its.finish_p90].map(date => Date.parse(date));
  const begin = Date.parse(from);
  const on = (finish, date) => Math.min(100, done + ((100 - done) * (date - begin)) / Math.max(finish - begin, 1));
  const rows = [begin, early, middle, late].map(date => [date, on(late, date), on(early, date)]);
  return [band('p10–p90', rows, 0.14),
    {name: t('project.expected_finish'), type: 'line', z: 4, symbol: 'emptyCircle', symbolSize: 8, lineStyle: {width: 1.5, color: COLOURS.blue}, itemStyle: {color: COLOURS.blue}, emphasis: {disabled: true},
      data: [{value: [from, done], symbolSize: 0}, {value: [middle, 100], finish: its}]}];
}

function tip({data, value}) {
  if (data?.finish) {
    return h('div', {class: 'tip'}, h('p', {}, h('strong', {}, t('project.tip_finish', {date: prose(data.finish.finish_p50)}))),
      h('p', {class: 'aside'}, t('project.finish_range', {low: prose(data.finish.finish_p10), high: prose(data.finish.finish_p90)})));
  }
  const one = data?.one;
  if (!one) return h('div', {class: 'tip'}, percent(value?.[1]));
  return h('div', {class: 'tip'}, h('p', {class: 'aside'}, prose(one.as_of)), h('p', {}, h('strong', {}, percent(one.percent_complete)), ' ', provenance(one.provenance)),
    h('p', {class: 'aside'}, t('fan.tip_who', {who: one.actor?.name ?? '—', at: instant(one.recorded_at)})), one.obstacle && h('p', {}, one.obstacle));
}
