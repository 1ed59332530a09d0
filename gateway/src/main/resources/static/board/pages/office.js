// What the plan office decides by document: phases, schedules, stops, targets. Whoever only reads sees a button and no form.
import {path} from '../api.js';
import {fill, h, section} from '../dom.js';
import {act, keep, owner, token} from '../hands.js';
import {pick, t} from '../i18n.js';
import {inForce, PHASES, phaseOf} from './registry.js';

const COMPARATORS = ['GE', 'GT', 'LE', 'LT', 'APPROX', 'EQ'];
let said;

/** True while somebody is filling in a form: then nothing may be redrawn under their hands. */
export const busy = main => main.querySelector('.office form[data-touched]') !== null;

/** Phase, schedule and stops of a project; what of it is shown depends on whose token this tab keeps. */
export function ofProject(state, today, redraw) {
  const {plan_id: plan, project_id: project, lead_bureau_id: lead, supporting_bureau_ids: helpers} = state.project;
  const at = path`/plans/${plan}/projects/${project}`;
  return desk(redraw, person => [
    (person.planOffice || [lead, ...helpers].includes(person.bureau)) && phaseForm(state, today, at + '/phases'),
    person.planOffice && scheduleForm(inForce(state, today), today, at + '/schedules'),
    person.planOffice && (stopped(state.suspensions, today) ? resumeForm(today, at + '/resume') : suspendForm(today, at + '/suspend'))]);
}

/** A target's new value. */
export function ofTarget(judgement, today, redraw) {
  const at = path`/plans/${judgement.plan_id}/targets/${judgement.subject_id}/versions`;
  return desk(redraw, person => [person.planOffice && targetForm(judgement.target ?? {}, today, at)]);
}

/** The stop that holds on a day. */
export const stopped = (suspensions, today) => suspensions.find(one => one.from <= today && (!one.until || one.until > today));

function desk(redraw, forms) {
  const body = h('div', {class: 'office'});
  const draw = () => {
    const person = owner();
    const able = person && !person.expired;
    const shown = able ? forms(person).filter(Boolean) : [];
    fill(body,
      said && h('p', {role: 'status', class: 'said'}, said),
      able ? h('p', {class: 'aside'}, t('hands.as', {name: person.name, bureau: person.bureau || '–'}), ' ',
        h('button', {type: 'button', onclick: () => { keep(''); draw(); }}, t('hands.forget'))) : who(draw),
      able && !shown.length && h('p', {class: 'aside'}, t('office.not_yours')),
      shown.map(form => form(redraw)));
    said = undefined;
  };
  draw();
  return section(t('office.title'), body);
}

/** A button; the field for the token comes when it is pressed. */
function who(draw) {
  const place = h('div', {});
  const field = h('input', {type: 'password', id: 'office-token', autocomplete: 'off', size: 40});
  const take = event => {
    event.preventDefault();
    keep(field.value);
    said = owner() ? undefined : t('hands.no_token');
    draw();
  };
  const ask = () => {
    fill(place, h('form', {class: 'aside', onsubmit: take},
      h('label', {for: 'office-token'}, t(token() ? 'hands.expired' : 'office.paste')), ' ', field, ' ', h('button', {}, t('hands.take'))));
    field.focus();
  };
  fill(place, h('button', {type: 'button', onclick: ask}, t('office.act')));
  return place;
}

const key = () => 'board-' + [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('');

let forms = 0;

/** A folded form; {@code fields} are {name, label, input}, {@code body} makes the request of what was typed. */
function form(title, at, fields, body, hint) {
  const number = ++forms;
  fields.forEach(one => one.input.setAttribute('id', `office-${number}-${one.name}`));
  return redraw => {
    const repeated = key();
    const outcome = h('div', {role: 'alert'});
    const submit = async event => {
      event.preventDefault();
      const button = event.target.querySelector('button');
      const values = Object.fromEntries(fields.map(one => [one.name, one.input.value.trim()]));
      button.disabled = true;
      try {
        await act(at, {idempotency_key: repeated, ...body(values)});
        said = t('office.done', {what: title});
        await redraw();
      } catch (error) {
        refused(error, fields, outcome);
        button.disabled = false;
      }
    };
    return h('details', {}, h('summary', {}, title), h('form', {oninput: event => { event.currentTarget.dataset.touched = ''; }, onsubmit: submit},
      hint && h('p', {class: 'aside'}, hint),
      fields.map(one => h('p', {}, h('label', {for: one.input.id}, one.label), one.input)),
      h('p', {}, h('button', {}, t('office.do'))), outcome));
  };
}

/** Says what was wrong; the first field that is named gets the focus. */
function refused(error, fields, outcome) {
  const violations = error.problem?.violations ?? [];
  fill(outcome, h('p', {class: 'wrong'}, t('office.refused')),
    violations.length ? h('ul', {}, violations.map(one => h('li', {}, `${one.field}: ${one.value ?? ''} (${t('office.expected', {what: one.expectation ?? ''})})`)))
      : h('p', {class: 'mono'}, error.message));
  for (const one of fields) one.input.removeAttribute('aria-invalid');
  const named = fields.filter(one => violations.some(violation => violation.field.startsWith(one.name)));
  named.forEach(one => one.input.setAttribute('aria-invalid', 'true'));
  named[0]?.input.focus();
}

const text = (name, label, more = {}) => ({name, label, input: h('input', {maxlength: 200, ...more})});
const date = (name, label, more = {}) => text(name, label, {type: 'date', maxlength: undefined, ...more});
const long = (name, label, value, more = {}) => ({name, label, input: h('textarea', {rows: 3, maxlength: 2000, ...more}, value)});
const choice = (name, label, list, held) => ({name, label, input: h('select', {}, list.map(([value, word]) => h('option', {value, selected: value === held}, word)))});
const needed = {required: true};

function phaseForm(state, today, at) {
  const next = Math.min(PHASES.indexOf(phaseOf(state.phase)) + 1, PHASES.length - 1);
  const phases = PHASES.map(one => ['PHASE_' + one.toUpperCase(), t('phase.' + one)]);
  return form(t('office.phase'), at, [
    choice('phase', t('phase.step'), phases, phases[next][0]),
    date('date', t('phase.from'), {value: today, max: today, ...needed}),
    long('reason', t('office.reason')), text('approval', t('office.approval'))],
  values => values, t('office.phase_hint'));
}

function scheduleForm(project, today, at) {
  return form(t('office.schedule'), at, [
    date('planned_start', t('office.planned_start'), {value: project.planned_start}),
    date('planned_finish', t('office.planned_finish'), {value: project.planned_finish}),
    long('points', t('office.points'), pointsAsText(project.schedule ?? []), {maxlength: undefined, rows: 4}),
    text('document', t('instrument.document'), needed), text('approver', t('instrument.approver'), needed),
    long('reason', t('instrument.reason'), '', needed), date('effective', t('schedule.effective'), {value: today, ...needed})],
  values => ({...values, points: pointsOf(values.points)}), t('office.points_hint'));
}

function suspendForm(today, at) {
  return form(t('office.suspend'), at, [
    date('from', t('stops.from'), {value: today, ...needed}), long('reason', t('stops.reason'), '', needed), text('approval', t('stops.approval'), needed),
    date('until', t('office.until')), date('planned_until', t('office.planned_until'))], values => values, t('office.suspend_hint'));
}

function resumeForm(today, at) {
  return form(t('office.resume'), at, [date('from', t('stops.until'), {value: today, ...needed}), text('approval', t('stops.approval'), needed)], values => values);
}

function targetForm(target, today, at) {
  const held = String(target.comparator ?? '').replace('COMPARATOR_', '');
  const words = [['', t('office.as_before')], ...COMPARATORS.map(one => ['COMPARATOR_' + one, t('comparator.' + one.toLowerCase())])];
  return form(t('office.target'), at, [
    text('value', t('office.value', {unit: pick(target.unit)}), {inputmode: 'decimal', value: target.target_value, ...needed}),
    text('value_max', t('office.value_max'), {inputmode: 'decimal', value: target.target_value_max}),
    choice('comparator', t('office.comparator', {held: held && held !== 'UNSPECIFIED' ? t('comparator.' + held.toLowerCase()) : '—'}), words, ''),
    date('due', t('office.due'), {value: target.due}),
    text('document', t('instrument.document'), {...needed, maxlength: 100}), text('approver', t('instrument.approver'), {...needed, maxlength: 100}),
    long('reason', t('instrument.reason'), '', {...needed, maxlength: 1000}), date('effective', t('instrument.from'), {value: today, ...needed})],
  values => ({...values, comparator: values.comparator || undefined}), t('office.target_hint'));
}

/** One point a line: day, percent and, if it is a milestone, its name in Chinese / English. */
export function pointsAsText(points) {
  return points.map(one => [one.date, one.percent, [one.milestone?.zh, one.milestone?.en].filter(Boolean).join(' / ')].join(' ').trim()).join('\n');
}

/** The points of such lines; a line that is none goes as it is, so that the service names it. */
export function pointsOf(lines) {
  return lines.split('\n').map(line => line.trim()).filter(Boolean).map(line => {
    const [, day, share, name = ''] = /^(\S+)\s+([\d.]+)\s*[%％]?\s*(.*)$/.exec(line) ?? [null, line, '0'];
    const [zh, en = zh] = name.split(' / ').map(one => one.trim());
    return {date: day, percent: Number(share), ...(name ? {milestone: {zh, en}} : {})};
  });
}
