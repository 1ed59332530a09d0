// Evaluations as they were frozen: the index, its fields, the bureaus, and what changed since the one before. And what one of today would say.
import {asked, get, path} from '../api.js';
import {collect, yearUntil} from '../behaviour.js';
import {fill, h, section, table} from '../dom.js';
import {field, lang, pick, t} from '../i18n.js';
import {instant, number, probability, prose} from '../format.js';
import {chip} from '../lights.js';
import {empty, honesty} from '../states.js';
import {facts, later} from './parts.js';
import {scores, sentence} from './scores.js';
import {pageOf} from '../router.js';

const TODAY = 'today';

export async function show(main, context) {
  const {plan, query} = context;
  if (!plan) {
    fill(main, empty(t('overview.no_plan'), t('overview.no_plan_hint')));
    return;
  }
  document.title = `${t('nav.evaluation')} · ${pick(plan.name)} · Waymark`;
  const {snapshots = []} = await get(path`/plans/${plan.plan_id}/snapshots`);
  const today = !snapshots.length || query.get('snapshot') === TODAY;
  await (today ? preview(main, context, snapshots) : frozen(main, context, snapshots));
}

async function frozen(main, {plan, query, go}, snapshots) {
  const chosen = snapshots.find(one => one.snapshot_id === query.get('snapshot')) ?? snapshots[0];
  const earlier = before(snapshots, chosen, query.get('earlier'));
  const {evaluation} = await get(path`/plans/${plan.plan_id}/snapshots/${chosen.snapshot_id}`);
  const load = async id => (await get(path`/plans/${plan.plan_id}/snapshots/${chosen.snapshot_id}/scores/${id}`)).score;
  fill(main,
    h('h1', {}, t('evaluation.title')),
    choice(snapshots, chosen, earlier, go),
    h('p', {class: 'sentence'}, sentence(evaluation)),
    honesty(chosen),
    about(chosen),
    scores(plan, evaluation, load),
    earlier && section(t('evaluation.compared', {title: earlier.title}), later(() => comparison(plan.plan_id, earlier, chosen))),
    section(t('evaluation.proof'), proof(plan.plan_id, chosen)));
}

/** What an evaluation of today would say: judged and scored now, kept nowhere. */
async function preview(main, {plan, today, go}, snapshots) {
  const place = h('div', {'aria-live': 'polite'});
  fill(main,
    h('h1', {}, t('evaluation.title')),
    snapshots.length ? choice(snapshots, TODAY, undefined, go) : empty(t('evaluation.none'), t('evaluation.none_hint')),
    h('p', {class: 'honesty'}, t('evaluation.preview', {date: prose(today)})),
    place);
  fill(place, later(async () => {
    const facts = await collect(plan.plan_id, yearUntil(today, plan.start), today);
    const ask = async more => (await asked(path`/plans/${plan.plan_id}/evaluation`, {facts, ...more})).evaluation;
    const evaluation = await ask({});
    const load = async id => one(await ask({score_id: id}), id);
    return [h('p', {class: 'sentence'}, sentence(evaluation)), honesty(evaluation.snapshot), scores(plan, evaluation, load)];
  }));
}

/** The score that a preview was asked for: it is the only one with inputs. */
const one = ({index, fields = [], bureaus = []}, id) => [index, ...fields, ...bureaus].find(score => score.score_id === id);

/** The one asked for, else the last that speaks of an earlier day. */
export function before(snapshots, chosen, asked) {
  const others = snapshots.filter(one => one.snapshot_id !== chosen.snapshot_id);
  return others.find(one => one.snapshot_id === asked) ?? others.find(one => one.as_of < chosen.as_of);
}

function choice(snapshots, chosen, earlier, go) {
  const move = (name, value) => {
    const url = new URL(location.href);
    url.searchParams.set(name, value);
    go(url.href);
  };
  const select = (name, label, list, held) => h('label', {}, h('span', {}, t(label)),
    h('select', {onchange: event => move(name, event.target.value)}, list.map(one => (one === TODAY
      ? h('option', {value: TODAY, selected: held === TODAY}, t('evaluation.today'))
      : h('option', {value: one.snapshot_id, selected: one === held}, `${one.as_of} ${one.title} (${one.document})`)))));
  const others = snapshots.filter(one => one !== chosen);
  return h('form', {class: 'clocks', onsubmit: event => event.preventDefault()},
    select('snapshot', 'evaluation.snapshot', [TODAY, ...snapshots], chosen),
    earlier && select('earlier', 'evaluation.earlier', others, earlier));
}

function about(one) {
  return facts([
    [t('evaluation.kind'), t('evaluation.kind.' + one.kind.replace('EVALUATION_KIND_', '').toLowerCase())],
    [t('evaluation.document'), one.document],
    [t('evaluation.known_at'), instant(one.known_at)],
    [t('evaluation.rulebook'), `${one.rulebook} v${one.rulebook_version}`],
    [t('evaluation.frozen'), instant(one.recorded_at), t('evaluation.by', {name: one.actor?.name ?? '', bureau: one.actor?.bureau_id ?? ''})],
  ]);
}

async function comparison(planId, earlier, chosen) {
  const reply = await get(path`/plans/${planId}/snapshots/${chosen.snapshot_id}/comparison`, {earlier_id: earlier.snapshot_id});
  const {total = {}, by_field: byField = [], scores = [], changes = []} = reply;
  const n = value => number(value ?? 0, 0);
  const sums = (name, one) => [name, n(one.better), n(one.worse), n(one.other_light), n(one.figures), n(one.same), n(one.appeared), n(one.gone)];
  const heads = ['better', 'worse', 'other_light', 'figures', 'same', 'appeared', 'gone'].map(one => num(t('evaluation.change.' + one)));
  return [
    h('p', {}, t('evaluation.changed', {better: n(total.better), worse: n(total.worse), figures: n(total.figures), appeared: n(total.appeared), gone: n(total.gone)})),
    !reply.same_rulebook && h('p', {class: 'honesty'}, t('evaluation.other_rulebook')),
    table([t('evaluation.score'), num(t('evaluation.before')), num(t('evaluation.after')), num(t('evaluation.difference'))], scores.map(one =>
      [one.of === 'SCORE_OF_FIELD' ? field(one.subject_id) : pick(one.name) || one.subject_id, one.before ? number(one.before) : '—', one.after ? number(one.after) : '—',
        one.difference ? (Number(one.difference) > 0 ? '+' : '') + number(one.difference) : '—'])),
    table([t('evaluation.field'), ...heads], [...byField.map(one => sums(field(one.id), one)), sums(t('evaluation.all'), total)]),
    table([t('evaluation.change'), t('evaluation.subject'), t('evaluation.before'), t('evaluation.after'), num(t('evaluation.chance_before')), num(t('evaluation.chance_after')), {label: t('evaluation.differs'), cls: 'wide'}],
      changes.slice(0, 200).map(one => [t('evaluation.change.' + one.change.replace('CHANGE_KIND_', '').toLowerCase()),
        h('a', {href: pageOf({...one, plan_id: planId})}, pick(one.name)), one.before ? chip(one.before.lights?.overall) : '—', one.after ? chip(one.after.lights?.overall) : '—',
        probability(one.before?.probability), probability(one.after?.probability), h('span', {class: 'aside'}, differs(one))])),
    changes.length > 200 && h('p', {class: 'aside'}, t('evaluation.more', {count: changes.length - 200}))];
}

/** The figure and the version of the target, where they differ. */
export function differs({before = {}, after = {}, changed = []}) {
  const both = (name, text) => changed.includes(name) && `${text} ${before[name] || '—'} → ${after[name] || '—'}`;
  return [both('value', t('evaluation.value')), both('target_value', t('evaluation.target')), both('target_version', t('evaluation.version')), both('finish', t('evaluation.finish'))]
    .filter(Boolean).join(lang() === 'zh' ? '；' : '; ');
}

/** Judged again and compared, byte for byte, when it is asked for. */
function proof(planId, chosen) {
  const body = h('div', {});
  const verify = () => fill(body, later(async () => {
    const reply = await get(path`/plans/${planId}/snapshots/${chosen.snapshot_id}/verification`);
    return [h('p', {}, pick(reply.words)), h('p', {class: 'aside mono'}, reply.recomputed_sha256 ?? '')];
  }));
  return [h('p', {class: 'aside mono'}, 'sha256 ' + chosen.sha256), h('p', {}, h('button', {onclick: verify}, t('evaluation.verify'))), body,
    h('p', {class: 'aside'}, t('evaluation.export', {command: `waymark evaluate export ${chosen.snapshot_id} --output DIR`}))];
}
