// Numbers, dates and probabilities by the rules of the house: no more digits than the source has, a real minus,
// 万 and 亿 in Chinese, thousands separators in English, percent and percentage points kept apart.
import {lang, pick, t} from './i18n.js';

const MINUS = '\u2212';
const NOTHING = '—';

/** How many decimals the sources of a figure have; a computed figure shows no more. */
export function decimals(...sources) {
  const counts = sources.filter(Boolean).map(text => (String(text).split('.')[1] ?? '').length);
  return counts.length ? Math.max(...counts) : 1;
}

/** A number with a fixed count of decimals. */
export function number(value, digits) {
  if (value === undefined || value === null || value === '' || Number.isNaN(Number(value))) return NOTHING;
  const places = digits ?? decimals(value);
  const text = Math.abs(Number(value)).toFixed(places);
  const grouped = lang() === 'en' ? group(text) : text;
  return (Number(value) < 0 && Number(text) !== 0 ? MINUS : '') + grouped;
}

function group(text) {
  const [whole, part] = text.split('.');
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (part ? '.' + part : '');
}

/** A figure with its unit, such as 645 公里, 1.2 万亿元 or 12,000 km. */
export function figure(value, unit, digits) {
  const name = pick(unit);
  if (value === undefined || value === null || value === '') return NOTHING;
  if (name === '%') return number(value, digits) + '%';
  if (lang() === 'zh') return chinese(Number(value), name, digits ?? decimals(value));
  return english(Number(value), name, digits ?? decimals(value));
}

/** Two figures of one size: 612–641 km, 289.1–301.2 billion yuan. */
export function range(low, high, unit, digits) {
  if (lang() === 'zh' || !multiple(pick(unit))) return {low: figure(low, null, digits), high: figure(high, unit, digits)};
  const sizedBy = Math.max(Math.abs(low), Math.abs(high));
  const [, name] = multiple(pick(unit));
  return {low: sized(low, pick(unit), digits, sizedBy).number, high: `${sized(high, pick(unit), digits, sizedBy).words} ${name}`};
}

/** A unit that counts in ten thousands or hundred millions: its zeros and what is counted. */
function multiple(name) {
  if (name.startsWith('10,000 ')) return [4, name.slice(7)];
  return name.startsWith('100 million ') ? [8, name.slice(12)] : null;
}

/** 2,966 of "100 million yuan" reads 296.6 billion yuan. */
function english(value, name, digits) {
  const counted = multiple(name);
  return counted ? `${sized(value, name, digits, value).words} ${counted[1]}` : number(value, digits) + (name ? ' ' + name : '');
}

function sized(value, name, digits, sizedBy) {
  const [zeros] = multiple(name);
  const size = Math.abs(sizedBy) * 10 ** zeros;
  const moved = size >= 1e12 ? 12 : size >= 1e9 ? 9 : size >= 1e6 ? 6 : 0;
  const places = Math.min(4, Math.max(0, digits + moved - zeros));
  const text = number(Number((Number(Number(value).toFixed(digits)) / 10 ** (moved - zeros)).toPrecision(12)), places);
  const trimmed = places ? text.replace(/\.?0+$/, '') : text;
  const word = {6: ' million', 9: ' billion', 12: ' trillion'}[moved] ?? '';
  return {number: trimmed, words: trimmed + word};
}

/** 万 and 亿 are used where they shorten the figure without losing a digit of it. */
function chinese(value, name, digits) {
  const scales = name.startsWith('万') ? [] : name.startsWith('亿') ? [[1e4, '万']] : [[1e8, '亿'], [1e4, '万']];
  for (const [size, word] of scales) {
    const scaled = Number((value / size).toPrecision(12));
    if (Math.abs(scaled) >= 1 && decimals(scaled) <= 2) return `${number(scaled, decimals(scaled))} ${word}${/^[\w/]/.test(name) ? ' ' : ''}${name}`;
  }
  return name ? `${number(value, digits)} ${name}` : number(value, digits);
}

/** A gap with its sign: −8.0 公里 or +3 公里; between two percentages it is percentage points. */
export function signed(value, unit, digits) {
  if (value === undefined || value === null) return NOTHING;
  const text = pick(unit) === '%' ? points(value, digits) : figure(value, unit, digits);
  const zero = !/[1-9]/.test(text.replace(/[^0-9]/g, ''));
  return Number(value) > 0 && !zero ? '+' + text : text;
}

/** A probability as whole percent; the ends are said in words. */
export function probability(value) {
  if (value === undefined || value === null) return NOTHING;
  if (value < 0.01) return t('under_one_percent');
  if (value > 0.99) return t('over_99_percent');
  return Math.round(value * 100) + '%';
}

/** Percentage points, never called percent. */
export function points(value, digits = 1) {
  if (value === undefined || value === null) return NOTHING;
  return t('points', {value: number(value, digits), count: Number(value)});
}

/** A share as percent. */
export function percent(value, digits = 0) {
  return value === undefined || value === null ? NOTHING : number(value, digits) + '%';
}

/** A date in prose: 2027年6月30日 or 30 June 2027. */
export function prose(date) {
  if (!date) return NOTHING;
  const [year, month, day] = date.split('-').map(Number);
  if (lang() === 'zh') return `${year}年${month}月${day}日`;
  const name = new Intl.DateTimeFormat('en-GB', {month: 'long', timeZone: 'UTC'}).format(Date.UTC(year, month - 1, day));
  return `${day} ${name} ${year}`;
}

/** A date in a table. */
export const day = date => date || NOTHING;

let zone;

/** From here on instants are shown in this zone: the services', in which days begin and end. */
export function useZone(name) {
  zone = name || undefined;
}

/** An instant in a table, in the services' zone. */
export function instant(text) {
  if (!text) return NOTHING;
  const style = {year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone};
  const part = Object.fromEntries(new Intl.DateTimeFormat('en-GB', style).formatToParts(new Date(text)).map(one => [one.type, one.value]));
  return `${part.year}-${part.month}-${part.day} ${part.hour}:${part.minute}`;
}

/** The last second of a day in the services' zone, as an instant. */
export function endOfDay(date) {
  const noon = new Date(`${date}T12:00:00Z`);
  const ahead = Date.parse(instant(noon).replace(' ', 'T') + 'Z') - noon;
  return new Date(Date.parse(`${date}T23:59:59Z`) - ahead).toISOString();
}

/** 5 个月 or 5 months, from a count of days. */
export function delay(days) {
  if (days === undefined || days === null) return NOTHING;
  const size = Math.abs(days);
  const key = days < 0 ? 'early' : 'late';
  if (size < 1) return t('on_the_day');
  return size < 60
    ? t(key + '_days', {n: size, count: size})
    : t(key + '_months', {n: Math.round(size / 30.4), count: Math.round(size / 30.4)});
}
