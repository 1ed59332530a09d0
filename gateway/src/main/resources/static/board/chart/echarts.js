// Loads the chart library when the first chart is drawn, and gives charts the board's look.
let loaded;

/** The library. */
export function library() {
  loaded ??= import('/webjars/echarts/5.5.0/echarts.esm.min.js');
  return loaded;
}

export const COLOURS = {ink: '#1f2328', muted: '#57606a', line: '#d0d7de', faint: '#eaeef2', blue: '#0550ae', red: '#a40e26'};

/** The font of the page. */
export const font = () => getComputedStyle(document.body).fontFamily;

/** Starts a chart that follows its element's size; answers it and how to end it. */
export async function start(element, option) {
  const echarts = await library();
  const chart = echarts.init(element, null, {renderer: 'canvas'});
  chart.setOption({animation: false, textStyle: {fontFamily: font(), color: COLOURS.ink}, ...option});
  const watch = new ResizeObserver(() => chart.resize());
  watch.observe(element);
  const print = () => chart.resize();
  addEventListener('beforeprint', print);
  return {chart, end: () => { watch.disconnect(); removeEventListener('beforeprint', print); chart.dispose(); }};
}

/** A time axis of years and, where there is room, quarters. */
export function timeAxis(min, max) {
  return {
    type: 'time', min, max,
    axisLine: {lineStyle: {color: COLOURS.line}},
    axisTick: {lineStyle: {color: COLOURS.line}},
    axisLabel: {color: COLOURS.muted, hideOverlap: true, formatter: {year: '{yyyy}', month: '{yyyy}-{MM}', day: '{yyyy}-{MM}-{dd}'}},
    splitLine: {show: false},
  };
}

/** A value axis with faint lines. */
export function valueAxis(name, more = {}) {
  return {
    type: 'value', name, scale: true, nameTextStyle: {color: COLOURS.muted, align: 'left', padding: [0, 0, 0, -28]},
    axisLabel: {color: COLOURS.muted}, splitLine: {lineStyle: {color: COLOURS.faint}}, ...more,
  };
}

/** A filled band between two lines of [date, low, high]. All rows are its data, so that the axis has room for them. */
export function band(name, rows, opacity, colour = COLOURS.blue) {
  return {
    name, type: 'custom', silent: true, clip: true, z: 1, data: rows, encode: {x: 0, y: [1, 2]},
    renderItem: ({dataIndex}, api) => dataIndex === 0 && ({
      type: 'polygon',
      shape: {points: [...rows.map(([date, low]) => api.coord([date, low])), ...rows.toReversed().map(([date, , high]) => api.coord([date, high]))]},
      style: {fill: colour, opacity},
    }),
  };
}

/** A vertical hairline at a date, with words beside it on the side that has room. */
export function hairline(date, label, {right = true} = {}) {
  return {
    silent: true, symbol: 'none', animation: false,
    lineStyle: {color: COLOURS.ink, width: 1, type: 'solid'},
    label: {formatter: label, color: COLOURS.ink, position: 'insideEndTop', rotate: 0, align: right ? 'left' : 'right', padding: [0, 6, 0, 6], fontSize: 11},
    data: [{xAxis: date}],
  };
}
