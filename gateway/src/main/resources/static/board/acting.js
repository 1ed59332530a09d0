// Doing something with alerts: who does it, what, with which words, and what came of it.
import {path} from './api.js';
import {fill, h} from './dom.js';
import {actOnAll, keep, owner, token} from './hands.js';
import {pick, t} from './i18n.js';

/** What can be done; each needs words and a day, may have them, or has none. */
const ACTIONS = {
  acknowledge: {words: 'may', day: 'may', body: (words, day) => ({comment: words, until: day})},
  'plan-action': {words: 'must', day: 'must', body: (words, day) => ({text: words, by: day})},
  assign: {words: 'may', body: words => ({assignee: words})},
  comment: {words: 'must', body: words => ({comment: words})},
  resolve: {words: 'must', body: words => ({reason: words})},
  silence: {words: 'must', day: 'must', path: () => '/silences', body: (words, day, one) => ({
    matcher: {plan_id: one.plan_id, subject_id: one.subject_id, bureau_id: one.lead_bureau_id}, reason: words, until: day})},
};

/** The address and the body of an action on an alert. */
export function request(kind, alert, words, day) {
  const action = ACTIONS[kind];
  return {path: action.path?.() ?? path`/alerts/${alert.alert_id}/` + kind, body: action.body(words, action.day ? day : '', alert)};
}

/** What belongs to alerts, each a page of that name. */
export const TABS = ['alerts', 'mailbox', 'notifications', 'silences', 'preferences'];

export function tabs(here) {
  return h('nav', {class: 'tabs', 'aria-label': t('tabs.label')}, TABS.map(name =>
    h('a', {href: '/' + name, 'aria-current': name === here ? 'page' : undefined}, t('tabs.' + name))));
}

/** Who acts: the token's owner, or where to paste a token. */
export function who(changed) {
  const person = owner();
  if (person && !person.expired) {
    return h('p', {class: 'aside who'}, person.bureau ? t('hands.as', {name: person.name, bureau: person.bureau}) : t('hands.as_nobody', {name: person.name}), ' ',
      h('button', {type: 'button', onclick: () => { keep(''); changed(); }}, t('hands.forget')));
  }
  const field = h('input', {type: 'password', id: 'token', autocomplete: 'off', spellcheck: 'false'});
  const said = h('span', {role: 'status'});
  const take = event => {
    event.preventDefault();
    keep(field.value);
    if (owner()) changed();
    else { keep(''); fill(said, t('hands.no_token')); }
  };
  return h('form', {class: 'who filters', onsubmit: take},
    h('label', {class: 'search', for: 'token'}, h('span', {}, token() ? t('hands.expired') : t('hands.paste')), field),
    h('button', {}, t('hands.take')), said);
}

/** True if somebody may act in this tab. */
export const ready = () => Boolean(owner()) && !owner().expired;

/** What is to be done, and to which alerts. alerts() answers them when it comes to it; done() is called afterwards. */
export function actions({alerts, done, lead = []}) {
  const kind = h('select', {onchange: () => fit()}, Object.keys(ACTIONS).map(one => h('option', {value: one}, t('hands.' + one))));
  const words = h('input', {maxlength: 2000});
  const day = h('input', {type: 'date'});
  const wordsLabel = h('span');
  const dayLabel = h('span');
  const dayField = h('label', {}, dayLabel, day);
  const hint = h('p', {class: 'aside hint'});
  const said = h('div', {role: 'status', class: 'said'});
  const button = h('button', {}, t('hands.do'));
  const fit = () => {
    const {words: needed, day: dated} = ACTIONS[kind.value];
    words.required = needed === 'must';
    day.required = dated === 'must';
    dayField.hidden = !dated;
    fill(wordsLabel, t('hands.words.' + kind.value));
    if (dated) fill(dayLabel, t('hands.day.' + kind.value));
    fill(hint, t('hands.hint.' + kind.value));
  };
  const submit = async event => {
    event.preventDefault();
    const chosen = alerts();
    if (!chosen.length) { fill(said, t('hands.choose')); return; }
    const byId = new Map(chosen.map(one => [one.alert_id, one]));
    const of = id => request(kind.value, byId.get(id), words.value.trim(), day.value);
    button.disabled = true;
    const result = await actOnAll([...byId.keys()], id => of(id).path, id => of(id).body,
      (through, all) => all > 1 && fill(said, t('hands.progress', {done: through, all})));
    button.disabled = false;
    if (!result.refused.length) words.value = '';
    try {
      await done(result);
    } finally {
      fill(said, outcome(result, byId));
    }
  };
  fit();
  return h('form', {class: 'hands filters', onsubmit: submit}, lead,
    h('label', {}, h('span', {}, t('hands.what')), kind), h('label', {class: 'search'}, wordsLabel, words), dayField, button, hint, said);
}

function outcome({done, answers, refused}, byId) {
  const second = answers.filter(answer => answer.alert?.care?.proposal && !answer.alert.resolved_at).length;
  return [
    done > 0 && h('p', {}, t('hands.done', {count: done}), second > 0 && ' ' + t('hands.second', {count: second})),
    refused.length > 0 && h('p', {class: 'refused'}, t('hands.refused', {count: refused.length})),
    refused.length > 0 && h('ul', {class: 'plain refused'}, refused.map(one => h('li', {}, h('strong', {}, pick(byId.get(one.id)?.subject_name) || one.id), ' — ', one.why)))];
}
