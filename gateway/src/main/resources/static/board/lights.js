// A status has a colour, a shape and a word, never colour alone.
import {h} from './dom.js';
import {pick, t} from './i18n.js';

const SHAPES = {ahead: '▲', on_track: '●', at_risk: '◆', off_track: '■', unknown: '○', suspended: '‖'};

/** From the worst to the best; the order of every bar and list. */
export const ORDER = ['off_track', 'at_risk', 'unknown', 'suspended', 'on_track', 'ahead'];

/** "LIGHT_OFF_TRACK" → "off_track". */
export function meaning(light) {
  const name = String(light ?? '').replace(/^LIGHT_/, '').toLowerCase();
  return SHAPES[name] ? name : 'unknown';
}

export const shape = light => SHAPES[meaning(light)];
export const word = light => t('light.' + meaning(light));

/** Shape and word in the light's colour. */
export function chip(light, {large = false} = {}) {
  const name = meaning(light);
  return h('span', {class: `chip ${name}${large ? ' large' : ''}`},
    h('span', {class: 'shape', 'aria-hidden': 'true'}, SHAPES[name]), word(light));
}

/** What the rulebook in force calls it, where that is another word; the meaning stays. */
export function own(text, light) {
  const words = pick(text);
  return words && words !== word(light) ? h('span', {class: 'aside own'}, t('light.own', {words})) : '';
}

/** The overall light, larger, and the three beside it. */
export function panel(lights) {
  const part = name => h('div', {class: 'light'}, h('dt', {}, t('light_of.' + name)),
    h('dd', {}, chip(lights[name]), name === 'position' && own(lights.level, lights.position)));
  const reason = String(lights.unknown_reason ?? '').replace('UNKNOWN_REASON_', '').toLowerCase();
  return h('div', {class: 'lights'},
    chip(lights.overall, {large: true}), own(lights.colour, lights.overall),
    h('dl', {}, ['position', 'outlook', 'freshness'].map(part)),
    reason && reason !== 'unspecified' && h('p', {class: 'aside'}, t('unknown.' + reason)));
}

/** One bar of counts per light; every part is a link if an address is given. */
export function bar(counts, {href, most, label} = {}) {
  const total = ORDER.reduce((sum, name) => sum + (counts[name] ?? 0), 0);
  const parts = ORDER.filter(name => counts[name]).map(name => {
    const text = `${t('light.' + name)} ${counts[name]}`;
    const inside = [h('span', {'aria-hidden': 'true'}, SHAPES[name]), String(counts[name])];
    const attributes = {class: 'part ' + name, title: text, 'aria-label': `${label ?? ''} ${text}`, style: {'flex-grow': counts[name]}};
    return href ? h('a', {...attributes, href: href(name)}, inside) : h('span', {...attributes, role: 'img'}, inside);
  });
  return h('div', {class: 'bar', style: {width: most ? `${Math.max(8, (100 * total) / most)}%` : '100%'}}, parts);
}
