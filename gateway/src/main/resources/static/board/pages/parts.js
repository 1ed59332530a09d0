// What the pages of targets and projects share.
import {get, path} from '../api.js';
import {fill, h, section, table} from '../dom.js';
import {knows, pick, t} from '../i18n.js';
import {day, endOfDay, instant, prose} from '../format.js';
import {chip} from '../lights.js';
import {empty, failed, skeleton} from '../states.js';

/** The as-of and known-at of the address. */
export const clocks = query => ({as_of: query.get('as_of') ?? '', known_at: query.get('known_at') ?? ''});

/** Name, kind, field, bureau. */
export function heading(judgement, fieldName) {
  return h('div', {class: 'heading'},
    h('p', {class: 'aside'}, h('a', {href: '/subjects?field=' + encodeURIComponent(judgement.category)}, fieldName), ' · ',
      t('led_by', {bureau: pick(judgement.lead_bureau_name) || judgement.lead_bureau_id})),
    h('h1', {}, pick(judgement.subject_name), judgement.binding && h('span', {class: 'tag'}, t('binding'))));
}

/** Judge for another date: two dates in the address. */
export function clockForm({query, today, go}) {
  const {as_of, known_at} = clocks(query);
  const move = (name, value) => {
    const url = new URL(location.href);
    value ? url.searchParams.set(name, value) : url.searchParams.delete(name);
    go(url.href);
  };
  const known = known_at && instant(known_at).slice(0, 10);
  return h('form', {class: 'clocks', onsubmit: event => event.preventDefault()},
    h('label', {}, h('span', {}, t('clock.as_of')), h('input', {type: 'date', value: as_of || today, max: today, onchange: event => move('as_of', event.target.value)})),
    h('label', {title: t('clock.known_hint')}, h('span', {}, t('clock.known_at')),
      h('input', {type: 'date', value: known, max: today, onchange: event => move('known_at', event.target.value && endOfDay(event.target.value))})),
    (as_of || known_at) && h('a', {href: location.pathname}, t('clock.now')));
}

/** Terms and values side by side. */
export function facts(pairs) {
  return h('dl', {class: 'facts'}, pairs.filter(Boolean).map(([term, value, note]) =>
    h('div', {}, h('dt', {}, term), h('dd', {}, value), note && h('dd', {class: 'aside'}, note))));
}

/** The arithmetic, read when it is asked for. */
export function explanation(planId, subjectId, times) {
  const body = h('div', {}, skeleton(24, 24, 24));
  const load = async () => {
    try {
      const {steps} = await get(path`/plans/${planId}/judgements/${subjectId}/explanation`, times);
      fill(body, steps.length ? table([t('explain.part'), {label: t('explain.label'), cls: 'wide'}, {label: t('explain.arithmetic'), cls: 'wide'}, t('explain.result')],
        steps.map(step => [knows('light_of.' + step.part) ? t('light_of.' + step.part) : step.part, pick(step.label), h('span', {class: 'mono'}, step.arithmetic), pick(step.result)]))
        : empty(t('explain.none')));
    } catch (error) {
      fill(body, failed(error, load));
    }
  };
  const details = h('details', {id: 'why'}, h('summary', {}, t('explain.title')), body);
  details.addEventListener('toggle', () => details.open && load(), {once: true});
  return details;
}

/** Earlier judgements. */
export async function history(planId, subjectId) {
  const {judgements} = await get(path`/plans/${planId}/judgements/${subjectId}/history`);
  if (judgements.length < 2) return section(t('history.title'), empty(t('history.none')));
  const gone = new Set(judgements.map(one => one.restates_judgement_id).filter(Boolean));
  return section(t('history.title'), table(
    [{label: t('clock.as_of'), cls: 'date'}, t('light_of.overall'), {label: t('history.sentence'), cls: 'wide'}, {label: t('history.recorded'), cls: 'date'}],
    judgements.slice(0, 12).map(one => [
      h('a', {href: `?as_of=${one.as_of}`}, day(one.as_of)), chip(one.lights.overall), verdict(one, gone), instant(one.recorded_at)])));
}

/** The sentence; struck where a late figure restated it, with that figure where it restates. */
function verdict(one, gone) {
  const sentence = pick(one.sentence);
  return h('span', {}, gone.has(one.judgement_id) ? [h('s', {}, sentence), h('span', {class: 'aside'}, ' ' + t('history.restated'))] : sentence,
    one.restates_judgement_id && h('span', {class: 'aside'}, ' ↺ ' + pick(one.cause)));
}

/** Alerts about a subject, and the mails that told of them. */
export async function alertsAbout(planId, subjectId) {
  const {alerts} = await get('/alerts', {plan_id: planId, subject_id: subjectId, include_resolved: true});
  if (!alerts.length) return section(t('alerts.about'), empty(t('alerts.none_about')));
  const mails = await Promise.all(alerts.slice(0, 5).map(alert => get('/mails', {alert_id: alert.alert_id})));
  const told = mails.flatMap(reply => reply.mails);
  return section(t('alerts.about'),
    h('ul', {class: 'plain'}, alerts.map(alert => h('li', {}, severity(alert), ' ', alertStatus(alert), ' ', h('a', {href: '/alerts/' + encodeURIComponent(alert.alert_id)}, t('alerts.opened', {at: instant(alert.opened_at)})),
      alert.resolved_at ? ' · ' + t('alerts.resolved', {at: instant(alert.resolved_at)}) : ''))),
    told.length > 0 && h('ul', {class: 'plain'}, told.map(mail => h('li', {},
      h('a', {href: '/mailbox/' + encodeURIComponent(mail.mail_id)}, mail.subject),
      h('span', {class: 'aside'}, ` → ${mail.recipient} · ${delivery(mail)}`, mail.status === 'DELIVERY_STATUS_FAILED' && mail.last_answer ? ` (${mail.last_answer})` : '')))),
    told.length > 0 && h('p', {}, h('a', {href: '/notifications?subject_id=' + encodeURIComponent(subjectId)}, t('tabs.notifications'))));
}

/** Grave or less grave, with shape and word. */
export function severity(alert) {
  return chip(alert.severity === 'SEVERITY_CRITICAL' ? 'off_track' : 'at_risk');
}

const tail = (value, prefix) => String(value ?? '').replace(prefix, '').toLowerCase();

/** Open, acknowledged, resolved. */
export const alertStatus = alert => h('span', {class: 'tag'}, t('alert_status.' + tail(alert.status, 'ALERT_STATUS_')));

/** What became of a mail, and when. */
export const delivery = mail => t('delivery.' + tail(mail.status, 'DELIVERY_STATUS_'), {at: instant(mail.sent_at)});

/** What became of a mail, in a word. */
export const outcome = mail => t('delivery_short.' + tail(mail.status, 'DELIVERY_STATUS_'));

/** What the judgement stands on, and a link that shows the same again. */
export function pins(judgement) {
  const its = judgement.pins ?? {};
  const link = `${location.origin}${location.pathname}?as_of=${judgement.as_of}&known_at=${encodeURIComponent(judgement.recorded_at ?? '')}`;
  return h('p', {class: 'aside pins'},
    t('pins', {rulebook: its.rulebook ?? '', version: its.rulebook_version ?? '', engine: its.engine_version ?? '', inputs: its.input_ids?.length ?? 0,
      as_of: prose(judgement.as_of), recorded: instant(judgement.recorded_at)}), ' ', h('a', {href: link}, t('permalink')));
}

/** Fills a place when its part has come; a part that fails says so in its place. */
export function later(load) {
  const place = h('div', {class: 'later'}, skeleton(24, 60));
  const turn = () => load().then(part => fill(place, part), error => fill(place, failed(error, turn)));
  turn();
  return place;
}
