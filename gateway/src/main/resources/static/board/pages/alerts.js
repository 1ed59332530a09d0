// Everything that someone must handle, and what can be done about it.
import {path, read} from '../api.js';
import {fill, h, table} from '../dom.js';
import {actOnAll, keep, owner, token} from '../hands.js';
import {pick, t} from '../i18n.js';
import {instant} from '../format.js';
import {empty, honesty} from '../states.js';
import {pageOf} from '../router.js';
import {alertStatus, severity} from './parts.js';
import {poll} from '../live.js';

export async function show(main, {plan, query, go}) {
  document.title = `${t('nav.alerts')} · Waymark`;
  const page = new Page(main, plan, query, go);
  await page.update(true);
  return poll(() => page.update(false));
}

class Page {
  chosen = new Set();
  silences = [];
  said = '';

  constructor(main, plan, query, go) {
    Object.assign(this, {main, plan, query, go});
  }

  async update(first) {
    const {data, changed} = await read('/alerts', {plan_id: this.plan.plan_id, include_resolved: this.query.get('resolved') === 'true',
      bureau_id: this.query.get('bureau') ?? '', severity: this.query.get('severity') ?? '', page_size: 1000});
    const held = await read('/silences');
    if (!first && !changed && !held.changed) return;
    this.alerts = data.alerts;
    this.silences = held.data.silences;
    const there = new Set(this.alerts.map(one => one.alert_id));
    this.chosen = new Set([...this.chosen].filter(id => there.has(id)));
    if (first || !this.main.querySelector('.hands :focus')) this.draw();
  }

  draw() {
    const alerts = this.alerts;
    fill(this.main,
      h('h1', {}, t('nav.alerts')),
      h('p', {class: 'sentence'}, alerts.length ? t('alerts.sentence', {count: alerts.length}) : t('alerts.none')),
      honesty({simulated: alerts.some(one => one.simulated)}),
      this.filters(), this.who(), this.hands(),
      alerts.length === 0 ? empty(t('alerts.none'), t('alerts.none_hint'))
        : table(['', t('alerts.severity'), t('alerts.subject'), t('alerts.status'), t('alerts.since')], alerts.map(one => this.row(one)), {cls: 'alerts'}),
      this.quiet());
  }

  link(values, text) {
    const next = new URLSearchParams(this.query);
    for (const [name, value] of Object.entries(values)) value ? next.set(name, value) : next.delete(name);
    const here = next.toString() === this.query.toString();
    return h('a', {href: '/alerts' + (next.size ? '?' + next : ''), 'aria-current': here ? 'true' : undefined}, text);
  }

  filters() {
    const person = owner();
    const resolved = this.query.get('resolved') === 'true';
    return h('p', {class: 'aside'},
      resolved ? this.link({resolved: ''}, t('alerts.only_open')) : this.link({resolved: 'true'}, t('alerts.with_resolved')), ' · ',
      this.link({severity: ''}, t('alerts.all_severities')), ' · ', this.link({severity: 'SEVERITY_CRITICAL'}, t('alerts.only_critical')), ' · ',
      this.link({bureau: ''}, t('alerts.all_bureaus')),
      person?.bureau && [' · ', this.link({bureau: person.bureau}, t('alerts.my_bureau'))]);
  }

  who() {
    const person = owner();
    if (person && !person.expired) {
      return h('p', {class: 'aside'}, t('hands.as', {name: person.name, bureau: person.bureau || '–'}), ' ',
        h('button', {type: 'button', onclick: () => { keep(''); this.draw(); }}, t('hands.forget')));
    }
    const field = h('input', {type: 'password', id: 'token', autocomplete: 'off', size: 40});
    return h('form', {class: 'hands aside', onsubmit: event => { event.preventDefault(); keep(field.value); this.said = owner() ? '' : t('hands.no_token'); this.draw(); }},
      h('label', {for: 'token'}, token() ? t('hands.expired') : t('hands.paste')), ' ', field, ' ', h('button', {}, t('hands.take')),
      this.said && h('span', {role: 'status'}, ' ' + this.said));
  }

  hands() {
    const person = owner();
    if (!person || person.expired || this.alerts.length === 0) return undefined;
    const kind = h('select', {id: 'what'}, ['acknowledge', 'plan-action', 'assign', 'comment', 'resolve', 'silence'].map(one => h('option', {value: one}, t('hands.' + one))));
    const words = h('input', {id: 'words', size: 36, maxlength: 2000, 'aria-label': t('hands.words'), placeholder: t('hands.words')});
    const day = h('input', {id: 'day', type: 'date', 'aria-label': t('hands.day')});
    const submit = async event => {
      event.preventDefault();
      const ids = [...this.chosen];
      if (ids.length === 0) { this.said = t('hands.choose'); this.draw(); return; }
      const result = await actOnAll(ids, id => pathOf(kind.value, id), id => this.body(kind.value, words.value, day.value, id));
      this.said = t('hands.done', {count: result.done}) + result.refused.map(one => ` ${one.id}: ${one.why}`).join('');
      if (result.refused.length === 0) this.chosen.clear();
      await this.update(true);
    };
    return h('form', {class: 'hands', onsubmit: submit},
      h('button', {type: 'button', onclick: () => { this.alerts.forEach(one => this.chosen.add(one.alert_id)); this.draw(); }}, t('hands.all')), ' ',
      h('label', {for: 'what'}, t('hands.with', {count: this.chosen.size})), ' ', kind, ' ', words, ' ', day, ' ', h('button', {}, t('hands.do')),
      this.said && h('p', {role: 'status'}, this.said));
  }

  body(kind, words, day, id) {
    switch (kind) {
      case 'acknowledge': return {comment: words, until: day};
      case 'plan-action': return {text: words, by: day};
      case 'assign': return {assignee: words};
      case 'comment': return {comment: words};
      case 'resolve': return {reason: words};
      default: {
        const one = this.alerts.find(alert => alert.alert_id === id);
        return {matcher: {plan_id: one.plan_id, subject_id: one.subject_id, bureau_id: one.lead_bureau_id}, reason: words, until: day};
      }
    }
  }

  row(one) {
    const box = h('input', {type: 'checkbox', 'aria-label': pick(one.subject_name), checked: this.chosen.has(one.alert_id),
      onchange: event => { event.target.checked ? this.chosen.add(one.alert_id) : this.chosen.delete(one.alert_id); this.draw(); }});
    return [box, severity(one), [h('a', {class: 'name', href: pageOf(one)}, pick(one.subject_name)), h('p', {class: 'small'}, pick(one.sentence)), this.care(one)],
      alertStatus(one), instant(one.opened_at)];
  }

  care({care}) {
    if (!care) return undefined;
    const lines = [
      care.assignee && t('care.assignee', {name: care.assignee}),
      care.plan && t('care.plan', {by: care.plan.by, text: care.plan.text}),
      care.climbed?.length && t('care.climbed', {count: care.climbed.length}),
      care.proposal && t('care.proposal', {name: care.proposal.actor?.name ?? '', reason: care.proposal.reason}),
      care.restated && t('care.restated', {cause: pick(care.restated.cause)}),
    ].filter(Boolean);
    return lines.length ? h('p', {class: 'small aside'}, lines.join(' · ')) : undefined;
  }

  quiet() {
    if (!this.silences?.length) return undefined;
    return h('section', {}, h('h2', {}, t('silences.title')),
      table([t('silences.which'), t('silences.until'), t('silences.why')], this.silences.map(one => [
        [one.matcher.subject_id, one.matcher.bureau_id, one.matcher.category].filter(Boolean).join(' · ') || '*',
        instant(one.until), `${one.reason} — ${one.actor?.name ?? ''}`])));
  }
}

const pathOf = (kind, id) => kind === 'silence' ? '/silences' : path`/alerts/${id}/` + kind;
