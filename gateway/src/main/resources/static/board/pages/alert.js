// One alert: where it stands, in whose hands it is, everything that happened to it, and the mails that told so.
import {get, path, read} from '../api.js';
import {actions, ready, tabs, who} from '../acting.js';
import {fill, h, section, table} from '../dom.js';
import {owner} from '../hands.js';
import {knows, lang, pick, t} from '../i18n.js';
import {instant} from '../format.js';
import {empty, honesty} from '../states.js';
import {pageOf} from '../router.js';
import {alertStatus, later, outcome, severity} from './parts.js';
import {poll} from '../live.js';

export async function show(main, {params}) {
  const {bureaus} = await get('/bureaus');
  const page = new Page(main, params.alert, new Map(bureaus.map(one => [one.bureau_id, one.name])));
  await page.update(true);
  return poll(() => page.update(false));
}

class Page {
  constructor(main, id, bureaus) {
    Object.assign(this, {main, id, bureaus});
    this.top = h('div');
    this.desk = h('div');
    this.rest = h('div');
    fill(main, tabs('alerts'), this.top, this.desk, this.rest);
  }

  async update(first) {
    const {data, changed} = await read(path`/alerts/${this.id}`);
    if (!first && !changed) return;
    const alert = data.alert;
    document.title = `${pick(alert.subject_name)} · Waymark`;
    this.alert = alert;
    fill(this.top, heading(alert), honesty(alert), this.standing(alert));
    if (first) this.hands();
    fill(this.rest, section(t('alert.history'), steps(alert.history ?? [])), section(t('alert.mails'), later(() => mails(this.id))));
  }

  name(bureau) {
    return pick(this.bureaus.get(bureau)) || bureau;
  }

  standing(alert) {
    const care = alert.care ?? {};
    const {overdue, plan, proposal, restated} = care;
    return terms([
      [t('filter.bureau'), this.name(alert.lead_bureau_id)],
      [t('alerts.since'), instant(alert.opened_at) + (over(alert) ? ' · ' + t('alerts.resolved', {at: instant(alert.resolved_at)}) : '')],
      [t('alerts.concern'), t('concern.' + (care.concern === 'ALERT_CONCERN_SILENCE' ? 'silence' : 'progress'))],
      [t('alerts.assignee'), care.assignee],
      [t('alert.taken'), care.taken_until && said(care.taken_by, t('alert.until', {until: instant(care.taken_until)}) + (care.taken_comment ? ' · ' + care.taken_comment : ''))],
      [t('alert.plan'), plan && `${plan.by} · ${plan.text} · ${said(plan.actor)}`],
      [t('alert.overdue'), overdue && `${overdue.period_start} – ${overdue.period_end} · ${t('alert.due', {due: overdue.due, closes: overdue.closes})}`],
      [t('alert.ladder'), care.climbed?.length > 0 && `${t('care.climbed', {count: care.climbed.length})} (${care.climbed.join(', ')})`],
      [t('alert.proposal'), proposal && `${said(proposal.actor)} · ${proposal.reason} · ${t('alert.second')}`],
      [t('alert.restated'), restated && `${restated.as_of} · ${pick(restated.cause)}`],
      [t('alert.before'), alert.previous_alert_id && h('a', {href: '/alerts/' + encodeURIComponent(alert.previous_alert_id)}, t('alert.earlier'))],
    ]);
  }

  /** What can be done; not drawn anew while somebody types. */
  hands() {
    const alert = this.alert;
    if (over(alert)) { fill(this.desk, h('p', {class: 'aside'}, t('alert.over'))); return; }
    const foreign = ready() && !owner().planOffice && owner().bureau !== alert.lead_bureau_id;
    fill(this.desk, section(t('alert.act'), who(() => this.hands()),
      foreign && h('p', {class: 'aside'}, t('alert.foreign', {bureau: this.name(alert.lead_bureau_id)})),
      ready() && actions({alerts: () => [this.alert], done: async () => { await this.update(false); if (over(this.alert)) this.hands(); }})));
  }
}

/** Terms and values, without those that have none. */
const terms = pairs => h('dl', {class: 'letterhead'}, pairs.filter(([, value]) => value).map(([term, value]) => [h('dt', {}, term), h('dd', {}, value)]));

const over = alert => Boolean(alert.resolved_at);

function heading(alert) {
  return [
    h('p', {class: 'aside'}, severity(alert), ' ', alertStatus(alert), alert.paused && h('span', {class: 'tag'}, t('alerts.paused')),
      alert.care?.binding && h('span', {class: 'tag'}, t('binding'))),
    h('h1', {}, h('a', {href: pageOf(alert)}, pick(alert.subject_name))),
    h('p', {class: 'sentence'}, pick(alert.sentence))];
}

const said = (actor, more) => [actor?.name, actor?.bureau_id && `(${actor.bureau_id})`, more].filter(Boolean).join(' ');

/** What happened, in the order in which it did. */
export function steps(history) {
  if (!history.length) return empty(t('alert.no_history'));
  return table([{label: t('alert.at'), cls: 'date'}, t('alert.what'), t('alerts.status'), t('alerts.severity'), t('alert.cause'), {label: t('alert.words'), cls: 'wide'}],
    history.map(step => [instant(step.at), action(step), alertStatus(step), severity(step), cause(step), words(step)]), {cls: 'history'});
}

/** With the plan's date, or the name of whom it was given to. */
function action(step) {
  if (step.plan_by) return t('action.planned_by', {by: step.plan_by});
  if (step.assignee) return t('action.assigned_to', {name: step.assignee});
  return knows('action.' + step.action) ? t('action.' + step.action) : step.action;
}

/** The person, else the event, else the passing of time. */
function cause(step) {
  if (step.actor) return said(step.actor);
  return step.cause_event_id ? h('span', {class: 'mono small'}, step.cause_event_id) : t('alert.time');
}

/** A restatement brings both languages, one line each. */
export function words(step) {
  const [zh, en] = String(step.comment ?? '').split('\n');
  return step.action === 'restated' && en ? (lang() === 'zh' ? zh : en) : step.comment ?? '';
}

async function mails(id) {
  const {mails: told} = await get('/mails', {alert_id: id, page_size: 200});
  if (!told.length) return empty(t('alert.no_mails'));
  return table([{label: t('mailbox.written'), cls: 'date'}, {label: t('alert.mail'), cls: 'wide'}, t('mailbox.to'), t('mailbox.outcome')],
    told.map(mail => [instant(mail.created_at), h('a', {href: '/mailbox/' + encodeURIComponent(mail.mail_id)}, mail.subject), mail.recipient, outcome(mail)]));
}
