// Who keeps which alerts quiet, why and until when; setting a silence and ending one early.
import {get, path, read} from '../api.js';
import {ready, tabs, who} from '../acting.js';
import {fill, h, section, table} from '../dom.js';
import {act, owner} from '../hands.js';
import {field, pick, t} from '../i18n.js';
import {instant} from '../format.js';
import {empty} from '../states.js';
import {poll} from '../live.js';

const LONGEST_DAYS = 92;

export async function show(main, {plan, today, query, go}) {
  document.title = `${t('silences.title')} · Waymark`;
  const {bureaus} = await get('/bureaus');
  const page = new Page({main, plan, today, go, over: query.get('over') === 'true', bureaus: new Map(bureaus.map(one => [one.bureau_id, one.name]))});
  await page.update(true);
  return poll(() => page.update(false));
}

class Page {
  constructor(held) {
    Object.assign(this, held);
    this.said = h('p', {role: 'status'});
    this.list = h('div', {'aria-live': 'polite'});
    this.desk = h('div');
    fill(this.main, tabs('silences'), h('h1', {}, t('silences.title')), h('p', {class: 'sentence'}, t('silences.how')), this.said, this.list, this.desk);
    this.hands();
  }

  async update(first) {
    const {data, changed} = await read('/silences', {include_over: this.over});
    if (!first && !changed) return;
    fill(this.list,
      h('p', {class: 'aside'}, h('a', {href: this.over ? '/silences' : '/silences?over=true'}, this.over ? t('silences.only_holding') : t('silences.over_too'))),
      data.silences.length === 0 ? empty(t('silences.none'))
        : table([{label: t('silences.which'), cls: 'wide'}, {label: t('silences.until'), cls: 'date'}, t('silences.who'), {label: t('silences.why'), cls: 'wide'}, t('silences.state')],
          data.silences.map(one => this.row(one))));
  }

  row(one) {
    const state = one.ended_by ? t('silences.ended', {name: one.ended_by.name})
      : holds(one) && ready() ? h('button', {type: 'button', onclick: event => this.end(event, one)}, t('silences.end'))
      : holds(one) ? t('silences.holds') : t('silences.is_over');
    return [this.which(one.matcher ?? {}), instant(one.until), `${one.actor?.name ?? ''} (${one.actor?.bureau_id ?? ''})`, one.reason, state];
  }

  /** In words: any, or each thing that must match. */
  which(matcher) {
    const parts = [
      matcher.subject_id, matcher.bureau_id && (pick(this.bureaus.get(matcher.bureau_id)) || matcher.bureau_id),
      matcher.category && field(matcher.category), kind(matcher.kind), severity(matcher.severity)].filter(Boolean);
    return parts.length ? parts.join(' · ') : t('silences.any');
  }

  /** It asks once more: a silence that is ended cannot be taken up again. */
  async end(event, one) {
    const button = event.currentTarget;
    if (button.dataset.sure !== 'yes') {
      button.dataset.sure = 'yes';
      fill(button, t('silences.sure'));
      return;
    }
    await this.work(() => act(path`/silences/${one.silence_id}/end`, {}), t('silences.done_end'));
  }

  async work(task, done) {
    try {
      await task();
      fill(this.said, done);
      await this.update(true);
      return true;
    } catch (error) {
      fill(this.said, h('span', {class: 'refused'}, error.message));
      return false;
    }
  }

  hands() {
    const changed = () => { this.hands(); this.update(true); };
    fill(this.desk, section(t('silences.set'), who(changed), ready() && this.form()));
  }

  form() {
    const person = owner();
    const select = (name, options, all) => h('select', {name}, all && h('option', {value: ''}, all), options.map(([value, text]) => h('option', {value}, text)));
    const own = person.planOffice ? [...this.bureaus] : [...this.bureaus].filter(([id]) => id === person.bureau);
    const fields = {
      bureau: select('bureau', own.map(([id, name]) => [id, pick(name) || id]), person.planOffice && t('filter.all')),
      subject: h('input', {name: 'subject', autocomplete: 'off'}),
      category: h('input', {name: 'category', autocomplete: 'off', size: 14}),
      kind: select('kind', [['SUBJECT_KIND_TARGET', t('kind.target')], ['SUBJECT_KIND_PROJECT', t('kind.project')]], t('filter.all')),
      severity: select('severity', [['SEVERITY_WARNING', '◆ ' + t('light.at_risk')], ['SEVERITY_CRITICAL', '■ ' + t('light.off_track')]], t('filter.all')),
      reason: h('input', {name: 'reason', required: true, maxlength: 2000}),
      until: h('input', {name: 'until', type: 'date', required: true, min: this.today, max: later(this.today, LONGEST_DAYS - 1)}),
    };
    const submit = async event => {
      event.preventDefault();
      const set = await this.work(() => act('/silences', body(this.plan.plan_id, fields)), t('silences.done_set', {until: fields.until.value}));
      if (set) event.target.reset();
    };
    const label = (name, key, cls) => h('label', {class: cls}, h('span', {}, t(key)), fields[name]);
    return h('form', {class: 'filters', onsubmit: submit},
      label('bureau', 'filter.bureau'), label('subject', 'silences.subject'), label('category', 'silences.category'), label('kind', 'filter.kind'), label('severity', 'alerts.severity'),
      label('reason', 'silences.reason', 'search'), label('until', 'silences.last_day'), h('button', {}, t('silences.do')),
      h('p', {class: 'aside hint'}, t('silences.hint')));
  }
}

const holds = (one, now = Date.now()) => !one.ended_by && (one.until ? Date.parse(one.until) > now : false);
const kind = value => value && !value.endsWith('UNSPECIFIED') && t('kind.' + value.replace('SUBJECT_KIND_', '').toLowerCase());
const severity = value => value && !value.endsWith('UNSPECIFIED') && t(value === 'SEVERITY_CRITICAL' ? 'light.off_track' : 'light.at_risk');

/** A day so many days later. */
export function later(day, days) {
  const at = new Date(day + 'T00:00:00Z');
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** What is asked of the service; what was left empty matches everything. */
export function body(planId, fields) {
  const value = name => fields[name].value.trim();
  const matcher = {plan_id: planId, bureau_id: value('bureau'), subject_id: value('subject'), category: value('category'), kind: value('kind'), severity: value('severity')};
  for (const name of Object.keys(matcher)) if (!matcher[name]) delete matcher[name];
  return {matcher, reason: value('reason'), until: value('until')};
}
