// 目标分解: first a sentence, then what does not fit with its numbers, then the shares, then the plans above and below.
import {path, read} from '../api.js';
import {fill, h, section, table} from '../dom.js';
import {lang, pick, t} from '../i18n.js';
import {prose} from '../format.js';
import {empty} from '../states.js';

export async function show(main, {plan, query, go}) {
  if (!plan) {
    fill(main, empty(t('overview.no_plan'), t('overview.no_plan_hint')));
    return;
  }
  document.title = `${t('nav.decomposition')} · ${pick(plan.name)} · Waymark`;
  const {data} = await read(path`/plans/${plan.plan_id}/decomposition`);
  const kind = query.get('kind') ?? '';
  const shares = data.decompositions ?? [];
  const shown = shares.filter(one => !kind || one.decomposition.kind === kind);
  fill(main,
    h('h1', {}, t('decomposition.title')),
    h('p', {class: 'sentence'}, sentence(data)),
    findings(data.findings ?? []),
    section(t('decomposition.shares'),
      shares.length > 1 && filter(plan, kind, go),
      shown.length ? shown.map(one => shared(plan, one)) : empty(t('decomposition.none'), t('decomposition.none_hint'))),
    related(data),
    left(plan, data.undecomposed_target_ids ?? []));
}

const isFault = finding => finding.gravity === 'FINDING_GRAVITY_FAULT';

/** What could be read aloud: how many are shared out, and what does not fit. */
export function sentence({targets = 0, undecomposed_target_ids: left = [], findings = []}) {
  const faults = findings.filter(isFault).length;
  const values = {all: targets, shared: targets - left.length, faults, notes: findings.length - faults};
  return t(findings.length ? 'decomposition.sentence' : 'decomposition.sentence_fits', values);
}

function findings(all) {
  if (!all.length) return null;
  return section(t('decomposition.findings'), h('ul', {class: 'plain findings'}, all.map(one =>
    h('li', {class: isFault(one) ? 'fault' : 'note'},
      h('span', {class: 'mark'}, (isFault(one) ? '■ ' : '◆ ') + t(isFault(one) ? 'decomposition.fault' : 'decomposition.note')),
      h('span', {}, h('b', {}, t('decomposition.' + word(one.fault, 'DECOMPOSITION_FAULT_'))), lang() === 'zh' ? '　' : ' ', pick(one.words))))));
}

const word = (name, prefix) => String(name ?? '').replace(prefix, '').toLowerCase();

function filter(plan, kind, go) {
  const choose = event => go(`/plans/${encodeURIComponent(plan.plan_id)}/decomposition` + (event.target.value ? '?kind=' + event.target.value : ''), {replace: true});
  return h('div', {class: 'filters'}, h('label', {}, t('decomposition.kind'),
    h('select', {onchange: choose}, ['', 'SHARE_KIND_DISTRICT', 'SHARE_KIND_BUREAU', 'SHARE_KIND_YEAR'].map(one =>
      h('option', {value: one, selected: one === kind}, one ? t('decomposition.' + word(one, 'SHARE_')) : t('decomposition.all'))))));
}

function shared(plan, one) {
  const {target_id: target, kind, method, shares} = one.decomposition;
  const weighed = shares.some(share => share.weight);
  const linked = shares.some(share => share.child_target_id);
  const num = label => ({label, cls: 'num'});
  const heads = [t('decomposition.assignee'), num(t('decomposition.share')),
    weighed && num(t('decomposition.weight')), linked && t('decomposition.own')].filter(Boolean);
  const rows = shares.map((share, i) => [pick(one.assignees?.[i]) || share.assignee, value(share),
    ...(weighed ? [share.weight || '1'] : []), ...(linked ? [own(share)] : [])]);
  return h('div', {class: 'shared'},
    h('h3', {}, h('a', {href: `/plans/${encodeURIComponent(plan.plan_id)}/targets/${encodeURIComponent(target)}`}, pick(one.name)),
      h('span', {class: 'aside'}, ` ${t('decomposition.' + word(kind, 'SHARE_'))} · ${t('decomposition.' + word(method, 'SHARE_'))}`)),
    table(heads, rows),
    h('p', {class: 'aside'}, t('decomposition.sum', {sum: one.combined || '—', target: one.expected || '—', unit: pick(one.unit), tolerance: one.tolerance || '—'})));
}

const value = share => share.none ? '/' : share.value || h('span', {class: 'tag'}, t('decomposition.unsettled'));
const own = share => share.child_target_id
  ? h('a', {href: `/plans/${encodeURIComponent(share.child_plan_id)}/targets/${encodeURIComponent(share.child_target_id)}`}, share.child_target_id) : '';

function related({related: plans = [], links = []}) {
  if (!plans.length && !links.length) return null;
  const num = label => ({label, cls: 'num'});
  const address = (plan, target) => `/plans/${encodeURIComponent(plan)}/targets/${encodeURIComponent(target)}`;
  return section(t('decomposition.related'),
    h('ul', {class: 'plain'}, plans.map(one => h('li', {},
      t(one.parent ? 'decomposition.parent' : 'decomposition.child'),
      h('a', {href: `/plans/${encodeURIComponent(one.plan.plan_id)}/decomposition`}, pick(one.plan.name)),
      h('span', {class: 'aside'}, ' ' + t('decomposition.links', {count: one.links ?? 0}))))),
    links.length > 0 && table([t('decomposition.target'), num(t('decomposition.above')), t('decomposition.due'), num(t('decomposition.below')), t('decomposition.due')],
      links.map(one => [pick(one.name) || one.parent_target_id,
        h('a', {href: address(one.parent_plan_id, one.parent_target_id)}, pick(one.parent_figure) || t('decomposition.missing')), due(one.parent_due),
        h('a', {href: address(one.child_plan_id, one.child_target_id)}, pick(one.child_figure) || t('decomposition.missing')), due(one.child_due)])));
}

const due = date => date ? prose(date) : '—';

function left(plan, ids) {
  if (!ids.length) return null;
  return h('details', {}, h('summary', {}, t('decomposition.left', {count: ids.length})),
    h('div', {}, h('p', {}, ids.map((id, i) => [i ? ', ' : '', h('a', {href: `/plans/${encodeURIComponent(plan.plan_id)}/targets/${encodeURIComponent(id)}`}, id)]))));
}
