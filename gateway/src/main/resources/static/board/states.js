// Loading, empty and failed are designed: what is missing, and what to do.
import {h} from './dom.js';
import {t} from './i18n.js';

/** Grey shapes of what comes, so that nothing jumps. */
export function skeleton(...heights) {
  return h('div', {class: 'skeleton', 'aria-busy': 'true', 'aria-label': t('loading')},
    heights.map(height => h('div', {style: {height: height + 'px'}})));
}

/** Nothing is there, and that is no fault. */
export function empty(text, hint) {
  return h('div', {class: 'state'}, h('p', {}, text), hint && h('p', {class: 'aside'}, hint));
}

/** What could not be read, and what to do. */
export function failed(error, again) {
  const service = error.problem?.service;
  const what = error.status === 0 ? t('failed.gateway')
    : error.status === 404 ? t('failed.missing')
    : service ? t('failed.service', {service: t('service.' + service)})
    : t('failed.other', {status: error.status ?? ''});
  const hint = error.status === 404 ? t('failed.missing_hint') : service || error.status === 0 ? t('failed.away_hint') : t('failed.hint');
  return h('div', {class: 'state failed', role: 'alert'},
    h('p', {}, what),
    h('p', {class: 'aside'}, hint),
    error.problem?.detail && h('p', {class: 'aside mono'}, error.problem.detail),
    h('p', {}, error.status === 404 ? h('a', {class: 'button', href: '/subjects'}, t('nav.subjects'))
      : h('button', {onclick: again}, t('again'))));
}

/** Says on the page that figures are simulated or assumed. */
export function honesty({simulated, assumed}) {
  if (!simulated && !assumed) return null;
  const key = simulated && assumed ? 'honesty.both' : simulated ? 'honesty.simulated' : 'honesty.assumed';
  return h('p', {class: 'honesty'}, t(key));
}

/** A word beside a figure that says where it comes from. */
export function provenance(value) {
  const name = String(value ?? '').replace('PROVENANCE_', '').toLowerCase();
  return name && name !== 'unspecified' ? h('span', {class: 'tag ' + name}, t('provenance.' + name)) : null;
}
