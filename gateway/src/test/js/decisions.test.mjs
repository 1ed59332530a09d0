// Run by BoardScriptTest with node: the facts that a preview hands in, and who is shown which form.
import {readFileSync} from 'node:fs';

const board = process.argv[2];
let failures = 0;

function same(actual, expected, what) {
  const [is, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (is === wanted) return;
  failures++;
  console.log(`${what}: ${is} (expected: ${wanted})`);
}

/** As much of a document as the forms need. */
class Element {
  constructor(name) { Object.assign(this, {name, children: [], attributes: {}, dataset: {}, style: {setProperty() {}}, listeners: {}}); }
  setAttribute(key, value) { this.attributes[key] = value; }
  removeAttribute(key) { delete this.attributes[key]; }
  addEventListener(kind, listener) { this.listeners[kind] = listener; }
  append(...children) { this.children.push(...children); }
  replaceChildren(...children) { this.children = children; }
  focus() { Element.focused = this; }
  get value() { return this.typed ?? this.attributes.value ?? (this.name === 'select' ? this.all('option').find(one => 'selected' in one.attributes)?.attributes.value : this.text()) ?? ''; }
  get id() { return this.attributes.id; }
  text() { return this.children.map(child => (child instanceof Element ? child.text() : child)).join(''); }
  all(name) { return this.children.filter(child => child instanceof Element).flatMap(child => [...(child.name === name ? [child] : []), ...child.all(name)]); }
  querySelector(name) { return this.all(name)[0] ?? null; }
}
const kept = new Map();
globalThis.document = {createElement: name => new Element(name), documentElement: {lang: 'zh-CN'}};
globalThis.sessionStorage = {getItem: key => kept.get(key) ?? null, setItem: (key, text) => kept.set(key, text), removeItem: key => kept.delete(key)};
const i18n = await import(board + '/i18n.js');
i18n.use('zh', JSON.parse(readFileSync(new URL(`${board}/i18n/zh.json`))));

// facts
const {alertFact, collect, yearUntil} = await import(board + '/behaviour.js');
same(yearUntil('2027-06-30', '2026-01-01'), '2026-07-01', 'a year ends with the day');
same(yearUntil('2026-06-30', '2026-01-01'), '2026-01-01', 'but does not begin before the plan');
same(yearUntil('2028-02-29', '2020-01-01'), '2027-03-01', 'a leap day ends a year too');

const noon = '2027-05-04T04:00:00Z';
const asked = [];
const replies = {
  '/api/v1/plans/p/project-duties': url => (url.searchParams.get('page_token')
    ? {duties: [{subject_id: 'b', period_end: '2027-03-31', closes: '2027-04-15', filed_on: '', bureau_id: 'water'}], next_page_token: ''}
    : {duties: [{subject_id: 'a', period_end: '2027-03-31', closes: '2027-04-15', filed_on: '2027-04-02', bureau_id: 'transport'}], next_page_token: '1'}),
  '/api/v1/plans/p/figure-duties': () => ({duties: [{subject_id: 'gdp', period_end: '2026-12-31', closes: '2027-04-15', filed_on: '', bureau_id: 'stats'}], next_page_token: ''}),
  '/api/v1/plans/p/reviews': () => ({reviews: [{project_id: 'a', bureau_id: 'transport', reports: 6, findings: 1}], next_page_token: ''}),
  '/api/v1/alerts': () => ({alerts: [
    {alert_id: 'x', kind: 'SUBJECT_KIND_PROJECT', subject_id: 'a', lead_bureau_id: 'transport', status: 'ALERT_STATUS_ACKNOWLEDGED', opened_at: noon},
    {alert_id: 'y', kind: 'SUBJECT_KIND_TARGET', subject_id: 't', lead_bureau_id: 'water', status: 'ALERT_STATUS_OPEN', opened_at: noon},
    {alert_id: 'old', kind: 'SUBJECT_KIND_TARGET', subject_id: 't', lead_bureau_id: 'water', status: 'ALERT_STATUS_RESOLVED', opened_at: '2026-01-04T04:00:00Z'}], next_page_token: ''}),
  '/api/v1/alerts/x': () => ({alert: {history: [{status: 'ALERT_STATUS_OPEN', at: noon}, {status: 'ALERT_STATUS_ACKNOWLEDGED', at: '2027-05-06T04:00:00Z'}, {status: 'ALERT_STATUS_RESOLVED', at: '2027-06-06T04:00:00Z'}]}}),
};
let posted;
globalThis.fetch = async (address, options = {}) => {
  const url = new URL(address, 'http://board');
  asked.push(url.pathname);
  if (options.method === 'POST') {
    posted = {path: url.pathname, body: JSON.parse(options.body), headers: options.headers};
    return refusal ? {ok: false, status: 400, json: async () => refusal} : {ok: true, json: async () => ({})};
  }
  return {ok: true, status: 200, headers: new Map(), json: async () => replies[url.pathname](url)};
};
let refusal;
const facts = await collect('p', '2026-07-01', '2027-06-30');
same(facts.duties.map(one => [one.kind, one.subject_id, one.closes, one.filed_on, one.lead_bureau_id]), [
  ['DUTY_SUBJECT_PROJECT', 'a', '2027-04-15', '2027-04-02', 'transport'], ['DUTY_SUBJECT_PROJECT', 'b', '2027-04-15', '', 'water'],
  ['DUTY_SUBJECT_INDICATOR', 'gdp', '2027-04-15', '', 'stats']], 'every page of duties is handed in');
same(facts.honesty, [{kind: 'DUTY_SUBJECT_PROJECT', subject_id: 'a', reports: 6, findings: 1, lead_bureau_id: 'transport'}], 'findings are handed in');
same(facts.alerts.map(one => [one.alert_id, one.opened_on, one.handled_on]), [['x', '2027-05-04', '2027-05-06'], ['y', '2027-05-04', '']], 'an alert is handled when it is first open no longer');
same(asked.includes('/api/v1/alerts/y'), false, 'an open alert needs no history');
same(alertFact({opened_at: noon}, []).handled_on, '', 'without a step nobody took it');

// drilling down
const {linkOf} = await import(board + '/pages/scores.js');
same(linkOf('p', 'project:metro-12#alert-7'), '/plans/p/projects/metro-12', 'an alert leads to its subject');
same(linkOf('p', 'target:rail-2030'), '/plans/p/targets/rail-2030', 'a target leads to its page');
same(linkOf('p', 'indicator:gdp'), undefined, 'an indicator has no page');

// points of a schedule
const {busy, ofProject, ofTarget, pointsAsText, pointsOf, stopped} = await import(board + '/pages/office.js');
const points = [{date: '2026-12-31', percent: 20}, {date: '2027-12-31', percent: 60.5, milestone: {zh: '隧道贯通', en: 'Tunnel through'}}];
same(pointsOf(pointsAsText(points)), points, 'points come back as they were shown');
same(pointsOf('2027-12-31 60％ 封顶'), [{date: '2027-12-31', percent: 60, milestone: {zh: '封顶', en: '封顶'}}], 'one name serves both languages');
same(pointsOf('soon'), [{date: 'soon', percent: 0}], 'what is no point goes as it is, to be refused by name');
same(stopped([{from: '2026-07-01', until: '2026-11-01'}], '2027-01-01'), undefined, 'a stop that is over stops nothing');
same(stopped([{from: '2026-07-01', until: ''}], '2027-01-01').from, '2026-07-01', 'one without an end does');

// who sees which form
const encode = claims => 'h.' + Buffer.from(JSON.stringify(claims)).toString('base64url') + '.s';
const person = (bureau, ...roles) => kept.set('waymark-token', encode({sub: 'zhang', bureau, roles, exp: Date.now() / 1000 + 600}));
const state = {project: {plan_id: 'p', project_id: 'a', lead_bureau_id: 'transport', supporting_bureau_ids: ['land'], planned_start: '2026-01-01', planned_finish: '2028-12-31', schedule: points},
  phase: 'PHASE_PREPARATION', suspensions: [], schedule_revisions: []};
const forms = section => section.all('details').map(one => one.all('summary')[0].text());
let redrawn = 0;
const show = () => ofProject(state, '2027-06-30', async () => { redrawn++; });

same([forms(show()), show().all('form').length], [[], 0], 'whoever only reads sees no form');
person('water', 'reporter');
same(forms(show()), [], 'another bureau decides nothing');
person('land', 'reporter');
same(forms(show()), ['变更阶段'], 'a bureau that helps may move the phase');
person('plan-office', 'plan_office');
same(forms(show()), ['变更阶段', '按文件调整工期', '停工'], 'the plan office has all');
state.suspensions = [{from: '2027-01-01', until: ''}];
same(forms(show()).at(-1), '复工', 'what is stopped can be resumed');
same(forms(ofTarget({plan_id: 'p', subject_id: 't', target: {target_value: '645', comparator: 'COMPARATOR_GE'}}, '2027-06-30', async () => {})), ['按文件调整目标值'], 'a target can be revised');
const shown = show();
const inputs = ['input', 'select', 'textarea'].flatMap(name => shown.all(name));
same(new Set(inputs.map(input => input.id)).size, inputs.length, 'no two fields have one id');
for (const input of inputs) same(shown.all('label').some(label => label.attributes.for === input.id), true, `${input.id} has a label`);

// recording
const page = show();
const schedule = page.all('form')[1];
const of = id => [...schedule.all('input'), ...schedule.all('textarea')].find(one => one.id.endsWith('-' + id));
Object.assign(of('planned_finish'), {typed: '2029-06-30'});
Object.assign(of('document'), {typed: '武发改规〔2027〕6号'});
schedule.listeners.input({currentTarget: schedule});
page.querySelector = selector => (selector === '.office form[data-touched]' && page.all('form').find(one => 'touched' in one.dataset)) || null;
same(busy(page), true, 'a form that is being filled in is not redrawn');
refusal = {detail: 'approver', violations: [{field: 'approver', value: '', expectation: '1..200 characters'}]};
await schedule.listeners.submit({preventDefault() {}, target: schedule});
same([Element.focused?.id.split('-').at(-1), redrawn], ['approver', 0], 'the field that was refused is led to');
const first = posted.body.idempotency_key;
refusal = undefined;
await schedule.listeners.submit({preventDefault() {}, target: schedule});
same([posted.path, posted.body.planned_finish, posted.body.document, posted.body.points.length, redrawn],
  ['/api/v1/plans/p/projects/a/schedules', '2029-06-30', '武发改规〔2027〕6号', 2, 1], 'a revision is sent with its document and points');
same(posted.body.idempotency_key, first, 'a repeated attempt has the same key');
same(posted.headers.Authorization.startsWith('Bearer h.'), true, "in the person's own name");

console.log(failures === 0 ? 'all as expected' : `${failures} failed`);
process.exit(failures === 0 ? 0 : 1);
