// Scores taken apart: weights, formula and parts with every score, and every input of every part when it is asked for.
import {fill, h, section, table} from '../dom.js';
import {field, lang, pick, t} from '../i18n.js';
import {number, prose} from '../format.js';
import {bar} from '../lights.js';
import {pageOf} from '../router.js';
import {later} from './parts.js';

const sum = counts => Object.values(counts ?? {}).reduce((all, one) => all + one, 0);

/** One sentence that could be read aloud. */
export function sentence({snapshot, index, total}) {
  const values = {date: prose(snapshot.as_of), targets: sum(total?.targets), projects: sum(total?.projects),
    off: (total?.targets?.off_track ?? 0) + (total?.projects?.off_track ?? 0), risk: (total?.targets?.at_risk ?? 0) + (total?.projects?.at_risk ?? 0)};
  return index?.value ? t('evaluation.sentence', {...values, index: number(index.value)}) : t('evaluation.sentence_unknown', values);
}

/** A score as a bar of 0 to 100, its figure beside it; unknown is said, never drawn as zero. */
export function meter(value, digits) {
  return value ? h('span', {class: 'meter'}, h('span', {class: 'track', 'aria-hidden': 'true'}, h('span', {class: 'filled', style: {width: `${value}%`}})), number(value, digits))
    : h('span', {class: 'aside'}, t('evaluation.unknown'));
}

const num = label => ({label, cls: 'num'});
const title = (scheme, id) => pick(scheme.components?.find(one => one.component_id === id)?.title) || id;

/** The index, its fields and the bureaus; {@code load} answers one score with its inputs. */
export function scores(plan, evaluation, load) {
  return [
    section(t('evaluation.index'), parts(evaluation.index, evaluation.index_scheme), scheme(evaluation.index_scheme),
      inputs(plan.plan_id, evaluation.index, evaluation.index_scheme, load)),
    section(t('evaluation.fields'), fields(plan.plan_id, evaluation, load)),
    section(t('evaluation.bureaus'), bureaus(plan.plan_id, evaluation, load), scheme(evaluation.scorecard),
      h('p', {class: 'aside'}, evaluation.facts_origin
        ? t('evaluation.facts', {count: evaluation.facts_count ?? 0, origin: evaluation.facts_origin}) : t('evaluation.no_facts')))];
}

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

function fields(planId, {fields: scores = [], by_field: tallies = [], index_scheme: scheme}, load) {
  const place = h('div', {'aria-live': 'polite'});
  const scoreOf = id => scores.find(one => one.subject_id === id) ?? {};
  return [table([t('evaluation.field'), t('evaluation.index'), num(t('evaluation.rank')), {label: t('evaluation.lights'), cls: 'wide'}, t('evaluation.why')],
    tallies.map(one => [field(one.id), meter(scoreOf(one.id).value), scoreOf(one.id).rank || '—', bar(together(one), {label: field(one.id)}),
      scoreOf(one.id).score_id ? why(planId, scoreOf(one.id), scheme, load, place) : '—'])), place];
}

function bureaus(planId, {bureaus: scores = [], scorecard}, load) {
  const place = h('div', {'aria-live': 'polite'});
  const rows = scores.map(one => [one.rank || '—', nameOf(one), meter(one.value),
    ...one.parts.map(part => (part.points ? number(part.points, 1) : '—')), percentOf(one.known_weight), why(planId, one, scorecard, load, place)]);
  return [table([num(t('evaluation.rank')), t('evaluation.bureau'), t('evaluation.score'),
    ...(scorecard.components ?? []).map(one => num(`${pick(one.title)} ×${one.weight}`)), num(t('evaluation.known')), t('evaluation.why')], rows), place];
}

const percentOf = share => number(100 * Number(share ?? 0), 0) + '%';
const nameOf = score => (score.of === 'SCORE_OF_FIELD' ? field(score.subject_id) : pick(score.name) || score.subject_id);

/** The index's own inputs, under its parts. */
function inputs(planId, score, scheme, load) {
  const place = h('div', {'aria-live': 'polite'});
  return [h('p', {}, why(planId, score, scheme, load, place)), place];
}

/** A button that takes a score apart and shows it below, where the reader is led. */
function why(planId, score, scheme, load, place) {
  const open = () => {
    const heading = h('h3', {tabindex: '-1'}, t('evaluation.inputs_of', {name: nameOf(score), value: score.value ? number(score.value) : t('evaluation.unknown')}));
    fill(place, heading, later(async () => apart(planId, await load(score.score_id), scheme)));
    heading.focus();
  };
  return h('button', {onclick: open, 'aria-label': t('evaluation.inputs_of', {name: nameOf(score), value: score.value ?? ''})}, t('evaluation.show_inputs'));
}

/** Part by part: how it was weighed, then every fact that went in, linked to what it speaks of. */
function apart(planId, score, scheme) {
  const rows = (score.parts ?? []).flatMap(part => (part.inputs ?? []).map(one =>
    [title(scheme, part.component_id), subject(planId, one.subject), pick(one.label), one.amount, one.weight]));
  return [parts(score, scheme),
    table([t('evaluation.part'), t('evaluation.input'), t('evaluation.because'), num(t('evaluation.amount')), num(t('evaluation.weight'))], rows)];
}

/** "project:metro-12#alert-7" leads to the project; an indicator has no page of its own. */
export function linkOf(planId, text) {
  const [, kind, id] = /^(target|project|indicator):([^#]+)/.exec(text) ?? [];
  return kind === 'target' || kind === 'project'
    ? pageOf({plan_id: planId, subject_id: id, kind: kind === 'project' ? 'SUBJECT_KIND_PROJECT' : 'SUBJECT_KIND_TARGET'}) : undefined;
}

function subject(planId, text) {
  const href = linkOf(planId, text);
  return href ? h('a', {class: 'mono', href}, text) : h('span', {class: 'mono'}, text);
}
