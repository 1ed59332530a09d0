// Everything that someone must handle: found by what matters, taken in hand one by one or many at a time.
import {get, read} from '../api.js';
import {actions, ready, tabs, who} from '../acting.js';
import {fill, h, table} from '../dom.js';
import {owner} from '../hands.js';
import {field, pick, t} from '../i18n.js';
import {day, instant} from '../format.js';
import {empty, honesty} from '../states.js';
import {alertStatus, severity} from './parts.js';
import {poll} from '../live.js';

const STEP = 100;
/** The filters of the address, and what the service calls them. */
const FILTERS = {status: 'status', severity: 'severity', concern: 'concern', kind: 'kind', field: 'category', bureau: 'bureau_id', assignee: 'assignee', subject: 'subject_id'};
const PREFIX = {status: 'ALERT_STATUS_', severity: 'SEVERITY_', concern: 'ALERT_CONCERN_', kind: 'SUBJECT_KIND_'};

/** What is asked of the service for what stands in the address. */
export function question(query, planId) {
  const asked = {plan_id: planId, page_size: 1000};
  for (const [name, theirs] of Object.entries(FILTERS)) {
    const value = query.get(name);
    if (value && value !== 'all') asked[theirs] = PREFIX[name] ? PREFIX[name] + value.toUpperCase() : value;
  }
  if (query.get('status') === 'all') asked.include_resolved = true;
  return asked;
}

export async function show(main, {plan, query, go}) {
  document.title = `${t('nav.alerts')} · Waymark`;
  const {bureaus} = await get('/bureaus');
  const page = new Page(main, plan, query, go, new Map(bureaus.map(one => [one.bureau_id, one.name])));
  await page.update(true);
  return poll(() => page.update(false));
}

class Page {
  chosen = new Set();
  categories = new Set();
  assignees = new Set();
  shown = STEP;

  constructor(main, plan, query, go, bureaus) {
    Object.assign(this, {main, plan, query, go, bureaus});
    this.lead = h('p', {class: 'sentence', role: 'status'});
    this.result = h('div');
  }

  async update(first) {
    const {data, changed} = await read('/alerts', question(this.query, this.plan.plan_id));
    if (!first && !changed) return;
    this.alerts = data.alerts;
    this.partial = Boolean(data.next_page_token);
    const known = this.categories.size + this.assignees.size;
    for (const one of this.alerts) {
      if (one.care?.category) this.categories.add(one.care.category);
      if (one.care?.assignee) this.assignees.add(one.care.assignee);
    }
    const there = new Set(this.alerts.map(one => one.alert_id));
    this.chosen = new Set([...this.chosen].filter(id => there.has(id)));
    if (first) this.draw();
    else if (this.categories.size + this.assignees.size > known) fill(this.search, this.filters());
    this.list();
  }

  draw() {
    this.count = h('span', {role: 'status'});
    this.search = h('div', {}, this.filters());
    fill(this.main, tabs('alerts'), h('h1', {}, t('nav.alerts')), this.lead, this.search, who(() => { this.draw(); this.list(); }), this.hands(), this.result);
  }

  /** The address with other values of some filters; nothing for one that is left out. */
  href(values) {
    const next = new URLSearchParams(this.query);
    for (const [name, value] of Object.entries(values)) value ? next.set(name, value) : next.delete(name);
    return '/alerts' + (next.size ? '?' + next : '');
  }

  filters() {
    const held = name => this.query.get(name) ?? '';
    const select = (name, label, options, all = t('filter.all')) => h('label', {}, h('span', {}, label),
      h('select', {name, onchange: event => this.go(this.href({[name]: event.target.value}))}, h('option', {value: ''}, all),
        options.map(([value, text]) => h('option', {value, selected: held(name) === value}, text))));
    const kept = (name, values) => [...new Set([...values, held(name)])].filter(Boolean).sort();
    const person = owner();
    const mine = person?.bureau && held('bureau') === person.bureau;
    return h('form', {class: 'filters', role: 'search', onsubmit: event => event.preventDefault()},
      h('label', {class: 'search'}, h('span', {}, t('alerts.subject_id')),
        h('input', {type: 'search', value: held('subject'), autocomplete: 'off', onchange: event => this.go(this.href({subject: event.target.value.trim()}))})),
      select('status', t('alerts.status'), [...['open', 'acknowledged', 'rectifying', 'resolved', 'restated'].map(one => [one, t('alert_status.' + one)]), ['all', t('alerts.with_resolved')]], t('alerts.only_open')),
      select('severity', t('alerts.severity'), [['critical', '■ ' + t('light.off_track')], ['warning', '◆ ' + t('light.at_risk')]]),
      select('concern', t('alerts.concern'), [['progress', t('concern.progress')], ['silence', t('concern.silence')]]),
      select('kind', t('filter.kind'), ['target', 'project'].map(one => [one, t('kind.' + one)])),
      select('field', t('filter.field'), kept('field', this.categories).map(one => [one, field(one)])),
      select('bureau', t('filter.bureau'), [...this.bureaus].map(([id, name]) => [id, pick(name) || id])),
      select('assignee', t('alerts.assignee'), kept('assignee', this.assignees).map(one => [one, one])),
      person?.bureau && h('a', {class: 'button mine', href: this.href({bureau: mine ? '' : person.bureau}), 'aria-pressed': mine ? 'true' : 'false', role: 'button'}, t('alerts.my_bureau')));
  }

  hands() {
    if (!ready()) return undefined;
    const all = h('button', {type: 'button', onclick: () => this.choose(this.alerts.map(one => one.alert_id))}, t('hands.all'));
    const none = h('button', {type: 'button', onclick: () => this.choose([])}, t('hands.none'));
    return actions({
      lead: h('div', {class: 'choosing'}, all, none, this.count),
      alerts: () => this.alerts.filter(one => this.chosen.has(one.alert_id)),
      done: async ({refused}) => { this.chosen = new Set(refused.map(one => one.id)); await this.update(false); this.list(); },
    });
  }

  choose(ids) {
    this.chosen = new Set(ids);
    this.list();
  }

  counted() {
    if (ready()) fill(this.count, this.chosen.size ? t('hands.with', {count: this.chosen.size}) : t('hands.with_none'));
  }

  list() {
    const alerts = this.alerts;
    this.counted();
    fill(this.lead, sentence(alerts, this.partial));
    fill(this.result,
      honesty({simulated: alerts.some(one => one.simulated)}),
      alerts.length === 0 ? empty(t('alerts.none'), t('alerts.none_hint'))
        : table([...(ready() ? [t('alerts.choose')] : []), t('alerts.severity'), {label: t('alerts.subject'), cls: 'wide'}, t('alerts.status'), t('filter.bureau'), {label: t('alerts.since'), cls: 'date'}],
          alerts.slice(0, this.shown).map(one => this.row(one)), {cls: 'alerts'}),
      alerts.length > this.shown && h('p', {}, h('button', {type: 'button', onclick: () => { this.shown += STEP; this.list(); }}, t('list.more', {count: Math.min(STEP, alerts.length - this.shown)}))));
  }

  row(one) {
    const name = pick(one.subject_name);
    const box = h('input', {type: 'checkbox', 'aria-label': name, checked: this.chosen.has(one.alert_id),
      onchange: event => { event.target.checked ? this.chosen.add(one.alert_id) : this.chosen.delete(one.alert_id); this.counted(); }});
    return [...(ready() ? [box] : []), severity(one),
      [h('a', {class: 'name', href: '/alerts/' + encodeURIComponent(one.alert_id)}, name), one.care?.binding && h('span', {class: 'tag'}, t('binding')),
        h('p', {class: 'small'}, pick(one.sentence)), care(one)],
      [alertStatus(one), one.paused && h('span', {class: 'tag'}, t('alerts.paused'))], pick(this.bureaus.get(one.lead_bureau_id)) || one.lead_bureau_id, instant(one.opened_at)];
  }
}

/** How many there are, how many of them grave, and how many nobody has taken. */
export function sentence(alerts, partial = false) {
  if (!alerts.length) return t('alerts.none');
  const count = alerts.length;
  const open = alerts.filter(one => one.status === 'ALERT_STATUS_OPEN').length;
  const grave = alerts.filter(one => one.severity === 'SEVERITY_CRITICAL').length;
  return t(open ? 'alerts.sentence' : 'alerts.sentence_none_open', {count, grave, open}) + (partial ? ' ' + t('alerts.partial', {count}) : '');
}

/** In whose hands it is and how far the ladder has climbed, in one line. */
export function care({care: held}) {
  const lines = [
    held?.assignee && t('care.assignee', {name: held.assignee}),
    held?.plan && t('care.plan', {by: day(held.plan.by), text: held.plan.text}),
    held?.overdue && t('care.overdue', {from: held.overdue.period_start, until: held.overdue.period_end, due: held.overdue.due}),
    held?.climbed?.length && t('care.climbed', {count: held.climbed.length}),
    held?.proposal && t('care.proposal', {name: held.proposal.actor?.name ?? '', reason: held.proposal.reason}),
    held?.restated && t('care.restated', {cause: pick(held.restated.cause)}),
  ].filter(Boolean);
  return lines.length ? h('p', {class: 'small aside'}, lines.join(' · ')) : undefined;
}
