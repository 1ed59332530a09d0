// The reliability diagram: what was said across, how often it came true upwards. Area: questions; whisker: 95 % range.
import {h} from '../dom.js';
import {t} from '../i18n.js';
import {percent} from '../format.js';
import {COLOURS, start} from './echarts.js';

const LARGEST = 38;
const SMALLEST = 7;

/** The points that may be drawn: the others have too few questions. */
export const drawable = points => (points ?? []).filter(one => one.was);

/** Draws the points into an element; answers how to end it. */
export async function draw(element, points) {
  const {end} = await start(element, option(drawable(points)));
  return end;
}

function option(points) {
  const most = Math.max(...points.map(one => one.count));
  const place = one => [100 * one.said, 100 * one.was.share];
  return {
    grid: {left: 56, right: 24, top: 20, bottom: 48},
    tooltip: {trigger: 'item', formatter: hit => tip(hit.data?.one), borderColor: COLOURS.line, padding: [8, 10], textStyle: {color: COLOURS.ink, fontSize: 12}},
    xAxis: axis(t('backtest.said'), 28),
    yAxis: axis(t('backtest.was'), 40),
    series: [
      {type: 'line', silent: true, symbol: 'none', z: 1, lineStyle: {type: [6, 4], width: 1, color: COLOURS.muted}, data: [[0, 0], [100, 100]]},
      ...points.map(one => ({type: 'line', silent: true, symbol: 'none', z: 2, lineStyle: {width: 1.5, color: COLOURS.blue},
        data: [[100 * one.said, 100 * one.was.low], [100 * one.said, 100 * one.was.high]]})),
      {type: 'scatter', z: 3, itemStyle: {color: '#54aeff', opacity: 0.75, borderColor: COLOURS.blue, borderWidth: 1},
        data: points.map(one => ({value: place(one), symbolSize: Math.max(SMALLEST, LARGEST * Math.sqrt(one.count / most)), one}))},
    ],
  };
}

function axis(name, gap) {
  return {
    type: 'value', min: 0, max: 100, interval: 20, name, nameLocation: 'middle', nameGap: gap, nameTextStyle: {color: COLOURS.ink},
    axisLabel: {color: COLOURS.muted, formatter: '{value}%'}, axisLine: {show: true, lineStyle: {color: COLOURS.line}}, splitLine: {lineStyle: {color: COLOURS.faint}},
  };
}

function tip(one) {
  if (!one) return '';
  return h('div', {class: 'tip'}, h('p', {}, h('strong', {}, t('backtest.tip', {said: percent(100 * one.said), was: percent(100 * one.was.share)}))),
    h('p', {class: 'aside'}, t('backtest.tip_range', {low: percent(100 * one.was.low), high: percent(100 * one.was.high), count: one.count})));
}
