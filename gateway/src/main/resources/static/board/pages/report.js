// Reporting by file: the bureau's template down, the filled-in file up. First looked through, then sent; what is faulty comes back.
import {fill, h, section, table} from '../dom.js';
import {pick, t, lang} from '../i18n.js';
import {number} from '../format.js';
import {empty} from '../states.js';
import {lines, saved} from '../upload.js';

const TOKEN = 'waymark-token';
const kept = () => { try { return sessionStorage.getItem(TOKEN) ?? ''; } catch { return ''; } };
const keep = token => { try { sessionStorage.setItem(TOKEN, token); } catch { /* private window: typed once more */ } };

export function show(main, {plan}) {
  if (!plan) {
    fill(main, empty(t('overview.no_plan'), t('overview.no_plan_hint')));
    return;
  }
  document.title = `${t('nav.report')} · ${pick(plan.name)} · Waymark`;
  const token = h('input', {id: 'token', type: 'password', autocomplete: 'off', spellcheck: 'false', value: kept(), oninput: () => keep(token.value.trim())});
  const kind = h('select', {id: 'kind', onchange: () => fill(outcome)},
    h('option', {value: 'reports'}, t('report.kind_reports')), h('option', {value: 'figures'}, t('report.kind_figures')));
  const file = h('input', {id: 'file', type: 'file', accept: '.xlsx,.csv', onchange: () => fill(outcome)});
  const outcome = h('div', {'aria-live': 'polite'});
  const desk = {plan, token, kind, file, outcome};
  fill(main,
    h('h1', {}, t('report.title')),
    h('p', {class: 'sentence'}, t('report.how')),
    section(t('report.step_token'),
      h('p', {}, h('label', {for: 'token'}, t('report.token')), ' ', token),
      h('p', {class: 'aside'}, t('report.token_hint'))),
    section(t('report.step_template'),
      h('p', {}, h('label', {for: 'kind'}, t('report.kind')), ' ', kind, ' ',
        h('button', {onclick: busy(desk, () => template(desk))}, t('report.template'))),
      h('p', {class: 'aside'}, t('report.template_hint'))),
    section(t('report.step_file'),
      h('p', {}, h('label', {for: 'file'}, t('report.file')), ' ', file, ' ',
        h('button', {onclick: busy(desk, () => upload(desk, true))}, t('report.check'))),
      h('p', {class: 'aside'}, t('report.file_hint'))),
    outcome);
}

/** A button that waits for its own work, and says what went wrong. */
function busy({outcome}, work) {
  return async event => {
    const button = event.currentTarget;
    button.disabled = true;
    try {
      await work();
    } catch (error) {
      fill(outcome, h('div', {class: 'state failed', role: 'alert'},
        h('p', {}, t('report.failed')), h('p', {class: 'aside mono'}, error.message)));
    } finally {
      button.disabled = false;
    }
  };
}

const address = ({plan, kind}, rest, more = {}) =>
  `/sheets/${kind.value}${rest}?` + new URLSearchParams({plan: plan.plan_id, lang: lang(), ...more});

async function ask(desk, url, options = {}) {
  if (!desk.token.value.trim()) throw new Error(t('report.no_token'));
  const response = await fetch(url, {...options, cache: 'no-store', headers: {...options.headers, 'Accept-Language': lang(), Authorization: 'Bearer ' + desk.token.value.trim()}});
  if (!response.ok) throw new Error((await response.json().catch(() => ({}))).detail ?? String(response.status));
  return response;
}

async function template(desk) {
  const response = await ask(desk, address(desk, '/template'));
  saved(await response.blob(), t('report.template_name', {kind: t('report.kind_' + desk.kind.value)}) + '.xlsx');
}

async function upload(desk, dry) {
  const file = desk.file.files[0];
  if (!file) throw new Error(t('report.no_file'));
  const bar = h('progress', {max: 1, 'aria-label': t('report.sending')});
  const count = h('span', {class: 'aside'}, dry ? t('report.checking') : t('report.sending'));
  fill(desk.outcome, h('p', {}, bar, ' ', count));
  const response = await ask(desk, address(desk, '', {dry_run: dry, name: file.name}),
    {method: 'POST', headers: {'Content-Type': 'application/octet-stream'}, body: file});
  let result;
  await lines(response, line => {
    if (line.progress) {
      bar.value = line.progress.done / line.progress.all;
      fill(count, t('report.progress', {done: number(line.progress.done, 0), all: number(line.progress.all, 0)}));
    }
    result = line.result ?? result;
  });
  if (!result) throw new Error(t('report.cut_off'));
  fill(desk.outcome, told(desk, result));
}

function told(desk, result) {
  const values = {good: number(result.good, 0), faulty: number(result.faulty, 0), empty: number(result.left_empty, 0)};
  const sendable = !result.sent && !result.hopeless && result.good > 0;
  return section(result.sent ? t('report.sent') : t('report.checked'),
    h('p', {class: 'sentence'}, t(result.sent ? 'report.sum_sent' : 'report.sum_checked', values)),
    result.hopeless && h('p', {class: 'state failed', role: 'alert'}, t('report.hopeless')),
    result.notices.map(notice => h('p', {class: 'honesty'}, notice)),
    sendable && h('p', {}, h('button', {onclick: busy(desk, () => upload(desk, false))}, t('report.send', values))),
    result.refused && h('p', {}, h('button', {onclick: () => saved(bytes(result.refused.base64), result.refused.name)}, t('report.copy'))),
    result.refused && h('p', {class: 'aside'}, t('report.copy_hint')),
    result.faults.length > 0 && table([t('report.cell'), t('report.heading'), t('report.reason')],
      result.faults.map(one => [one.cell, one.heading, one.reason]), {caption: t('report.faults')}),
    !result.sent && result.rows.length > 0 && table(heads(desk.kind.value), result.rows, {caption: t('report.first_rows')}));
}

const heads = kind => [t('report.row'), ...(kind === 'figures'
  ? [t('report.indicator'), t('report.period'), t('report.value'), t('report.source')]
  : [t('report.project'), t('report.as_of'), t('report.percent'), t('report.invested'), t('report.finish')])];

const bytes = base64 => new Blob([Uint8Array.from(atob(base64), c => c.charCodeAt(0))]);
