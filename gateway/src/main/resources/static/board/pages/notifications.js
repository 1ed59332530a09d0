// The log: who was told what, when, by which message, over which channel, with what answer.
import {read} from '../api.js';
import {tabs} from '../acting.js';
import {fill, h, table} from '../dom.js';
import {knows, t} from '../i18n.js';
import {endOfDay, instant} from '../format.js';
import {empty, skeleton} from '../states.js';
import {poll} from '../live.js';

const OUTCOMES = ['accepted', 'put_off', 'unreached', 'failed', 'delayed', 'bounced'];
const PREFIX = 'NOTIFICATION_OUTCOME_';
// The shapes of the lights, so that no outcome is told by colour alone.
const SHAPES = {accepted: ['●', 'on_track'], put_off: ['◆', 'at_risk'], unreached: ['◆', 'at_risk'], delayed: ['◆', 'at_risk'], failed: ['■', 'off_track'], bounced: ['■', 'off_track']};
const FIELDS = ['bureau_id', 'recipient', 'subject_id', 'alert_id', 'channel'];

export async function show(main, {query, go}) {
  document.title = `${t('tabs.notifications')} · Waymark`;
  const place = h('div', {}, skeleton(40, 40, 40, 40));
  fill(main, tabs('notifications'), h('h1', {}, t('tabs.notifications')), h('p', {class: 'aside'}, t('notifications.what')), filters(query, go), place);
  const asked = question(query);
  let older = [];
  let following = '';
  const update = async first => {
    const {data, changed} = await read('/notifications', {...asked, page_size: 100});
    if (!first && !changed) return;
    if (first) following = data.next_page_token;
    draw(data.notifications);
  };
  const draw = newest => {
    const seen = new Set(newest.map(line => line.number));
    const lines = [...newest, ...older.filter(line => !seen.has(line.number))];
    const more = async () => {
      const {data} = await read('/notifications', {...asked, page_size: 100, page_token: following});
      older = [...lines, ...data.notifications];
      following = data.next_page_token;
      draw(newest);
    };
    fill(place, lines.length ? rows(lines) : empty(t('notifications.none'), t('notifications.none_hint')),
      following && h('p', {}, h('button', {type: 'button', onclick: more}, t('notifications.more'))));
  };
  await update(true);
  return poll(() => update(false));
}

const given = text => /^\d{4}-\d{2}-\d{2}$/.test(text ?? '') && !Number.isNaN(Date.parse(text));
const dayBefore = date => new Date(Date.parse(`${date}T12:00:00Z`) - 864e5).toISOString().slice(0, 10);
const after = date => new Date(Date.parse(endOfDay(date)) + 1000).toISOString();

/** What the address asks for, as the API takes it; days are whole days of the services' zone. */
export function question(query) {
  const asked = Object.fromEntries(FIELDS.map(name => [name, query.get(name) ?? '']));
  const [outcome, from, until] = ['outcome', 'from', 'until'].map(name => query.get(name) ?? '');
  return {...asked, outcome: OUTCOMES.includes(outcome) ? PREFIX + outcome.toUpperCase() : '',
    from: given(from) ? after(dayBefore(from)) : '', until: given(until) ? after(until) : ''};
}

function filters(query, go) {
  const field = (name, control) => h('label', {}, h('span', {}, t('notifications.' + name)), control);
  const text = name => field(name, h('input', {name, value: query.get(name) ?? '', maxlength: 200}));
  const date = name => field(name, h('input', {name, type: 'date', value: query.get(name) ?? ''}));
  const chosen = query.get('outcome') ?? '';
  const outcome = h('select', {name: 'outcome'}, h('option', {value: ''}, t('notifications.any')),
    OUTCOMES.map(one => h('option', {value: one, selected: one === chosen}, t('notifications.outcome.' + one))));
  const submit = event => {
    event.preventDefault();
    const next = new URLSearchParams([...new FormData(event.target)].filter(([, value]) => value !== ''));
    go(location.origin + '/notifications' + (next.size ? '?' + next : ''));
  };
  return h('form', {class: 'filters', onsubmit: submit}, FIELDS.map(text), field('outcome', outcome), date('from'), date('until'),
    h('button', {}, t('notifications.show')), query.size > 0 && h('a', {href: '/notifications'}, t('notifications.all')));
}

function rows(lines) {
  return table([{label: t('notifications.at'), cls: 'date'}, t('notifications.channel'), t('notifications.recipient'), {label: t('notifications.told'), cls: 'wide'}, t('notifications.outcome'), {label: t('notifications.answer'), cls: 'wide'}],
    lines.map(line => [instant(line.at), channel(line), narrowed('recipient', line.recipient), told(line), outcome(line), h('span', {class: 'mono'}, line.answer || '—')]), {cls: 'notifications'});
}

const narrowed = (name, value) => h('a', {href: `/notifications?${name}=${encodeURIComponent(value)}`}, value);
const channel = line => (line.channel === 'mail' ? t('notifications.mail') : line.channel);

function told(line) {
  const title = line.channel === 'mail' ? h('a', {href: '/mailbox/' + encodeURIComponent(line.notification_id)}, line.subject) : line.subject;
  return [title, h('p', {class: 'small aside'}, line.bureau_id, line.attempt > 1 && ' · ' + t('notifications.attempt', {count: line.attempt}), ' · ', h('span', {class: 'mono'}, line.message_id))];
}

function outcome({outcome: constant}) {
  const name = String(constant ?? '').replace(PREFIX, '').toLowerCase();
  const [shape, light] = SHAPES[name] ?? ['○', 'unknown'];
  return h('span', {class: 'chip ' + light}, h('span', {class: 'shape', 'aria-hidden': 'true'}, shape),
    knows('notifications.outcome.' + name) ? t('notifications.outcome.' + name) : name);
}
