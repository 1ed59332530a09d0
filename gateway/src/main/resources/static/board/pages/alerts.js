// Everything that someone must handle.
import {read} from '../api.js';
import {fill, h, table} from '../dom.js';
import {pick, t} from '../i18n.js';
import {instant} from '../format.js';
import {empty, honesty} from '../states.js';
import {pageOf} from '../router.js';
import {alertStatus, severity} from './parts.js';
import {poll} from '../live.js';

export async function show(main, {plan, query}) {
  document.title = `${t('nav.alerts')} · Waymark`;
  const resolved = query.get('resolved') === 'true';
  const update = async first => {
    const {data, changed} = await read('/alerts', {plan_id: plan.plan_id, include_resolved: resolved, page_size: 1000});
    if (first || changed) draw(main, data.alerts, resolved);
  };
  await update(true);
  return poll(() => update(false));
}

function draw(main, alerts, resolved) {
  const other = resolved ? h('a', {href: '/alerts'}, t('alerts.only_open')) : h('a', {href: '/alerts?resolved=true'}, t('alerts.with_resolved'));
  fill(main,
    h('h1', {}, t('nav.alerts')),
    h('p', {class: 'sentence'}, alerts.length ? t('alerts.sentence', {count: alerts.length}) : t('alerts.none')),
    honesty({simulated: alerts.some(one => one.simulated)}),
    h('p', {class: 'aside'}, other, ' · ', t('alerts.how')),
    alerts.length === 0 ? empty(t('alerts.none'), t('alerts.none_hint'))
      : table([t('alerts.severity'), t('alerts.subject'), t('alerts.status'), t('alerts.since')],
        alerts.map(one => [severity(one), [h('a', {class: 'name', href: pageOf(one)}, pick(one.subject_name)), h('p', {class: 'small'}, pick(one.sentence))],
          alertStatus(one), instant(one.opened_at)]), {cls: 'alerts'}));
}
