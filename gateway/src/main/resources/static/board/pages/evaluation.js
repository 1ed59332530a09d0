// Evaluations as they were frozen: the index, its fields, the bureaus, and what changed since the one before.
import {get, path} from '../api.js';
import {fill, h, section, table} from '../dom.js';
import {field, lang, pick, t} from '../i18n.js';
import {instant, number, probability, prose} from '../format.js';
import {bar, chip} from '../lights.js';
import {empty, honesty} from '../states.js';
import {facts, later} from './parts.js';
import {pageOf} from '../router.js';

export async function show(main, {plan, query, go}) {
  if (!plan) {
    fill(main, empty(t('overview.no_plan'), t('overview.no_plan_hint')));
    return;
  }
  document.title = `${t('nav.evaluation')} · ${pick(plan.name)} · Waymark`;
  const {snapshots = []} = await get(path`/plans/${plan.plan_id}/snapshots`);
  if (!snapshots.length) {
    fill(main, h('h1', {}, t('evaluation.title')), empty(t('evaluation.none'), t('evaluation.none_hint')));
    return;
  }
  const chosen = snapshots.find(one => one.snapshot_id === query.get('snapshot')) ?? snapshots[0];
  const earlier = before(snapshots, chosen, query.get('earlier'));
  const {evaluation} = await get(path`/plans/${plan.plan_id}/snapshots/${chosen.snapshot_id}`);
  fill(main,
    h('h1', {}, t('evaluation.title')),
    choice(snapshots, chosen, earlier, go),
    h('p', {class: 'sentence'}, sentence(evaluation)),
    honesty(chosen),
    about(chosen),
    section(t('evaluation.index'), parts(evaluation.index, evaluation.index_scheme), scheme(evaluation.index_scheme)),
    section(t('evaluation.fields'), fields(evaluation)),
    section(t('evaluation.bureaus'), bureaus(plan.plan_id, chosen, evaluation), scheme(evaluation.scorecard),
      h('p', {class: 'aside'}, evaluation.facts_origin
        ? t('evaluation.facts', {count: evaluation.facts_count ?? 0, origin: evaluation.facts_origin}) : t('evaluation.no_facts'))),
    earlier && section(t('evaluation.compared', {title: earlier.title}), later(() => comparison(plan.plan_id, earlier, chosen))),
    section(t('evaluation.proof'), proof(plan.plan_id, chosen)));
}

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
    h('select', {onchange: event => move(name, event.target.value)}, list.map(one =>
      h('option', {value: one.snapshot_id, selected: one === held}, `${one.as_of} ${one.title} (${one.document})`))));
  const others = snapshots.filter(one => one !== chosen);
  return h('form', {class: 'clocks', onsubmit: event => event.preventDefault()},
    select('snapshot', 'evaluation.snapshot', snapshots, chosen),
    earlier && select('earlier', 'evaluation.earlier', others, earlier));
}

const sum = counts => Object.values(counts ?? {}).reduce((all, one) => all + one, 0);

/** One sentence that could be read aloud. */
export function sentence({snapshot, index, total}) {
  const values = {date: prose(snapshot.as_of), targets: sum(total?.targets), projects: sum(total?.projects),
    off: (total?.targets?.off_track ?? 0) + (total?.projects?.off_track ?? 0), risk: (total?.targets?.at_risk ?? 0) + (total?.projects?.at_risk ?? 0)};
  return index?.value ? t('evaluation.sentence', {...values, index: number(index.value)}) : t('evaluation.sentence_unknown', values);
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

/** A score as a bar of 0 to 100, its figure beside it; unknown is said, never drawn as zero. */
export function meter(value, digits) {
  return value ? h('span', {class: 'meter'}, h('span', {class: 'track', 'aria-hidden': 'true'}, h('span', {class: 'filled', style: {width: `${value}%`}})), number(value, digits))
    : h('span', {class: 'aside'}, t('evaluation.unknown'));
}

const num = label => ({label, cls: 'num'});
const title = (scheme, id) => pick(scheme.components?.find(one => one.component_id === id)?.title) || id;

function parts(score, scheme) {
  return table([t('evaluation.part'), num(t('evaluation.weight')), num(t('evaluation.value')), t('evaluation.points'), num(t('evaluation.weight_here')),
    num(t('evaluation.inputs')), num(t('evaluation.left_out'))],
  (score.parts ?? []).map(one => [title(scheme, one.component_id), one.weight, one.value ? number(one.value, 3) : '—', meter(one.points, 1),
    one.effective_weight ?? '0', number(one.input_count ?? 0, 0), number(one.left_out ?? 0, 0)]));
}

function scheme(one) {
  return h('details', {}, h('summary', {}, t('evaluation.formula', {name: `${one.name}@${one.version}`})),
    h('p', {}, pick(one.formula)), h('p', {}, pick(one.missing)), h('p', {class: 'aside'}, pick(one.source)),
    h('ul', {}, (one.components ?? []).map(part => h('li', {}, `${pick(part.title)} × ${part.weight}${lang() === 'zh' ? '：' : ': '}${pick(part.reason)}`))));
}

const together = ({targets = {}, projects = {}}) => Object.fromEntries(
  ['ahead', 'on_track', 'at_risk', 'off_track', 'unknown', 'suspended'].map(name => [name, (targets[name] ?? 0) + (projects[name] ?? 0)]));

function fields({fields: scores = [], by_field: tallies = []}) {
  const scoreOf = id => scores.find(one => one.subject_id === id) ?? {};
  return table([t('evaluation.field'), t('evaluation.index'), num(t('evaluation.rank')), {label: t('evaluation.lights'), cls: 'wide'}],
    tallies.map(one => [field(one.id), meter(scoreOf(one.id).value), scoreOf(one.id).rank || '—', bar(together(one), {label: field(one.id)})]));
}

function bureaus(planId, snapshot, {bureaus: scores = [], scorecard}) {
  const name = score => pick(score.name) || score.subject_id;
  const place = h('div', {'aria-live': 'polite'});
  const rows = scores.map(one => [one.rank || '—', name(one), meter(one.value),
    ...one.parts.map(part => (part.points ? number(part.points, 1) : '—')), percentOf(one.known_weight), inputs(planId, snapshot, one, scorecard, place)]);
  return [table([num(t('evaluation.rank')), t('evaluation.bureau'), t('evaluation.score'),
    ...(scorecard.components ?? []).map(one => num(`${pick(one.title)} ×${one.weight}`)), num(t('evaluation.known')), t('evaluation.why')], rows), place];
}

const percentOf = share => number(100 * Number(share ?? 0), 0) + '%';

/** Every input of a score, read when it is asked for and shown under the table. */
function inputs(planId, snapshot, score, scheme, place) {
  const load = () => fill(place, h('h3', {}, pick(score.name) || score.subject_id), later(async () => {
    const reply = await get(path`/plans/${planId}/snapshots/${snapshot.snapshot_id}/scores/${score.score_id}`);
    const rows = (reply.score.parts ?? []).flatMap(part => (part.inputs ?? []).map(one =>
      [title(scheme, part.component_id), h('span', {class: 'mono'}, one.subject), pick(one.label), one.amount, one.weight]));
    return table([t('evaluation.part'), t('evaluation.input'), t('evaluation.because'), num(t('evaluation.amount')), num(t('evaluation.weight'))], rows);
  }));
  return h('button', {onclick: load}, t('evaluation.show_inputs'));
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
