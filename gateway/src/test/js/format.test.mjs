// Run by BoardScriptTest with node; prints one line per failure and ends with 1 if there was any.
import {readFileSync} from 'node:fs';

const board = process.argv[2];
const i18n = await import(board + '/i18n.js');
const format = await import(board + '/format.js');
const {legacy, match, pageOf} = await import(board + '/router.js');
let failures = 0;

function same(actual, expected, what) {
  if (actual === expected) return;
  failures++;
  console.log(`${what}: ${actual} (expected: ${expected})`);
}

function speak(lang) {
  i18n.use(lang, JSON.parse(readFileSync(new URL(`${board}/i18n/${lang}.json`))));
}

const km = {zh: '公里', en: 'km'};
const money = {zh: '亿元', en: '100 million yuan'};
const percent = {zh: '%', en: '%'};

speak('zh');
same(format.figure('645', km), '645 公里', 'a figure has its unit');
same(format.figure('590.0', km), '590.0 公里', 'a trailing zero of the source stays');
same(format.figure('12000', money), '1.2 万亿元', '万 joins 亿元');
same(format.figure('90000', {zh: 'P'}), '9 万 P', '万 shortens');
same(format.figure('300000000', {zh: '元'}), '3 亿元', '亿 shortens');
same(format.figure('570', {zh: '万人'}), '570 万人', 'a unit in 万 is not scaled again');
same(format.figure('15000', {zh: '万人'}), '15000 万人', 'no 万万');
same(format.figure('21543.2', money), '21543.2 亿元', 'no digit is lost to 万');
same(format.figure(598.0295, km, 1), '598.0 公里', 'a computed figure shows no more digits than its sources');
same(format.signed(-8.03, km, 1), '\u22128.0 公里', 'a gap has a real minus');
same(format.signed(3, km, 0), '+3 公里', 'a surplus has a plus');
same(format.signed(-0.01, km, 1), '0.0 公里', 'nothing has no sign');
same(format.signed(-7.2, percent, 1), '\u22127.2 个百分点', 'percentages differ by percentage points');
same(format.probability(0.214), '21%', 'a probability is whole percent');
same(format.probability(0.003), '小于 1%', 'the low end is said');
same(format.probability(0.996), '大于 99%', 'the high end is said');
same(format.prose('2027-06-30'), '2027年6月30日', 'a Chinese date');
same(format.delay(151), '约晚 5 个月', 'a delay in months');
same(format.figure('', km), '—', 'no figure is a dash');

speak('en');
same(format.figure('12000', km), '12,000 km', 'thousands are separated');
same(format.figure('2966', money), '296.6 billion yuan', 'hundred millions are billions in English');
same(format.figure('30000', money), '3 trillion yuan', 'and trillions');
same(format.figure(8.42, money, 1), '840 million yuan', 'and millions');
same(format.figure('35', {en: '10,000 persons'}), '350,000 persons', 'ten thousands are multiplied out');
same(format.signed(-12, money, 0), '−1.2 billion yuan', 'a gap too');
same(JSON.stringify(format.range(2891, 3012, money, 0)), JSON.stringify({low: '289.1', high: '301.2 billion yuan'}), 'both ends have one size');
same(JSON.stringify(format.range(612, 641, km, 0)), JSON.stringify({low: '612', high: '641 km'}), 'a plain range is as it was');
same(format.signed(-21398, km, 0), '\u221221,398 km', 'an English gap');
same(format.probability(0), 'under 1%', 'the low end in English');
same(format.prose('2027-06-30'), '30 June 2027', 'an English date');
same(format.points(1, 0), '1 point', 'one point');
same(format.points(-12, 1), '\u221212.0 points', 'several points');
same(format.delay(-1), '1 day early', 'one day');
format.useZone('Asia/Shanghai');
same(format.instant('2027-06-30T16:05:00Z'), '2027-07-01 00:05', 'an instant is shown in the services\' zone');
same(format.endOfDay('2027-06-30'), '2027-06-30T15:59:59.000Z', 'their day ends when it ends there');
format.useZone('America/New_York');
same(format.endOfDay('2027-06-30'), '2027-07-01T03:59:59.000Z', 'west of Greenwich too');
same(i18n.pick({zh: '只有中文', en: ''}), '只有中文', 'a missing side falls back');

same(i18n.preferred('?lang=en', 'zh', 'zh-CN'), 'en', 'the address wins');
same(i18n.preferred('', 'en', 'zh-CN'), 'en', 'then the stored choice');
same(i18n.preferred('', null, 'zh-HK'), 'zh', 'then the browser');
same(i18n.preferred('?lang=xx', null, 'fr'), 'en', 'anything else is English');

same(legacy('#/target/wuhan-15/rail-transit-length-2030'), '/plans/wuhan-15/targets/rail-transit-length-2030', 'a mail links here');
same(legacy('#why'), undefined, 'an anchor is no address');
same(pageOf({plan_id: 'p', subject_id: 'x', kind: 'SUBJECT_KIND_PROJECT'}), '/plans/p/projects/x', 'a project has a page');
same(match('/plans/p/targets/x').params.subject, 'x', 'a page knows its subject');
same(match('/plans/p/backtest').params.plan, 'p', 'a plan has its own backtest');
same(match('/plans/p/evaluation').params.plan, 'p', 'a plan has its evaluations');
same(match('/nowhere').known, false, 'nothing else is known');

const {read, steps} = await import(board + '/chart/fan.js');
const months = [{observation_id: 'a', period_end: '2026-12-31', value: '30'}, {observation_id: 'b', period_end: '2027-03-31', value: '6'}];
const drawn = its => JSON.stringify(read({target: its}, months).history.map(one => [one.period_end, one.value]));
same(drawn({}), '[["2026-12-31","30"],["2027-03-31","6"]]', 'figures are drawn as they were reported');
same(drawn({counted: [{date: '2026-12-31', value: '30'}, {date: '2027-03-31', value: '36'}]}), '[["2026-12-31","30"],["2027-03-31","36"]]',
  'figures that start again each January are drawn as the sums that were judged');
const span = {base_date: '2025-12-31', due: '2030-12-31'};
const planned = {version: 1, value: '645', instrument: {}};
const revised = {version: 2, value: '630', instrument: {effective: '2028-07-01'}};
const line = versions => JSON.stringify(steps(span, versions));
same(line([revised, planned]), '[["2025-12-31",645],["2028-07-01",630],["2030-12-31",630]]', 'a revised target is drawn as a step');
same(line([{...revised, version: 3, value: '640', instrument: {}}, revised, planned]),
  '[["2025-12-31",640],["2028-07-01",630],["2030-12-31",630]]', 'a correction moves the first step only');
same(line([planned]), '[]', 'one version needs no steps');
const {sentence} = await import(board + '/pages/backtest.js');
const {drawable} = await import(board + '/chart/reliability.js');
const scored = {scores: [{questions: 12, brier: 0.1234, reference_brier: 0.25, interval80: {share: 0.75}}]};
same(sentence({hindcasts: {scores: [{questions: 9}]}, held: {}}), 'There is too little past yet to say how good the judgements are.', 'without a score no figure is shown');
same(sentence({hindcasts: scored, held: {scores: [{questions: 3}]}}).startsWith("12 hindcasts on the plan's own past: Brier score 0.123, against 0.250"), true, 'hindcasts speak while little has come due');
same(sentence({hindcasts: scored, held: scored}).startsWith('12 judgements held'), true, 'what was held counts first');
same(drawable([{tenth: 0, count: 3, said: 0.05}, {tenth: 9, count: 8, said: 0.9, was: {}}]).length, 1, 'a tenth with too few questions is not drawn');

const evaluation = {...await import(board + '/pages/evaluation.js'), ...await import(board + '/pages/scores.js')};
const snapshots = [{snapshot_id: 'c', as_of: '2028-12-31'}, {snapshot_id: 'b', as_of: '2027-12-31'}, {snapshot_id: 'a', as_of: '2026-12-31'}];
same(evaluation.before(snapshots, snapshots[0], null).snapshot_id, 'b', 'an evaluation is compared with the one before');
same(evaluation.before(snapshots, snapshots[0], 'a').snapshot_id, 'a', 'or with the one that was asked for');
same(evaluation.before(snapshots, snapshots[2], null), undefined, 'the first one has none before it');
const lights = {targets: {off_track: 1, at_risk: 2}, projects: {off_track: 3}};
same(evaluation.sentence({snapshot: {as_of: '2027-12-31'}, index: {value: '57.83'}, total: lights}).includes('57.83 of 100: of 3 targets and 3 projects, 4 were off track'), true, 'the index comes first');
same(evaluation.sentence({snapshot: {as_of: '2027-12-31'}, index: {}, total: lights}).includes('the index is unknown'), true, 'an unknown index is said, not drawn as zero');
same(evaluation.differs({before: {value: '578', target_version: 1}, after: {value: '590', target_version: 2}, changed: ['value', 'target_version']}), 'Value 578 → 590; version 1 → 2', 'what differs is told');

const {question, sentence: alertSentence} = await import(board + '/pages/alerts.js');
const asks = (address, expected, what) => same(JSON.stringify(question(new URLSearchParams(address), 'p')), JSON.stringify(expected), what);
asks('', {plan_id: 'p', page_size: 1000}, 'without a filter what is not over is asked for');
asks('status=all', {plan_id: 'p', page_size: 1000, include_resolved: true}, 'all means those that are over too');
asks('status=rectifying&severity=critical&concern=silence&kind=project&field=metro&bureau=transport&assignee=王芳&subject=x',
  {plan_id: 'p', page_size: 1000, status: 'ALERT_STATUS_RECTIFYING', severity: 'SEVERITY_CRITICAL', concern: 'ALERT_CONCERN_SILENCE', kind: 'SUBJECT_KIND_PROJECT',
    category: 'metro', bureau_id: 'transport', assignee: '王芳', subject_id: 'x'}, 'every filter is asked of the service');
const raised = [{severity: 'SEVERITY_CRITICAL', status: 'ALERT_STATUS_OPEN'}, {severity: 'SEVERITY_WARNING', status: 'ALERT_STATUS_ACKNOWLEDGED'}];
same(alertSentence(raised), '2 alerts, 1 of them off track; nobody has taken 1 of them yet.', 'the list begins with a sentence');
same(alertSentence(raised.slice(1)), '1 alert; off track: 0, not yet taken: none.', 'and nothing that waits is not counted as 0 that do');
const {gravest} = await import(board + '/pages/overview.js');
const newestFirst = ['late WARNING', 'later CRITICAL', 'silent WARNING', 'first CRITICAL'].map(one => ({id: one.split(' ')[0], severity: 'SEVERITY_' + one.split(' ')[1]}));
same(gravest(newestFirst).map(one => one.id).join(), 'later,first,late,silent', 'what is off track stands before what is at risk, the newest first');
const {request} = await import(board + '/acting.js');
const rail = {alert_id: 'a/1', plan_id: 'p', subject_id: 'rail', lead_bureau_id: 'transport'};
const does = (kind, expected) => same(JSON.stringify(request(kind, rail, '话', '2027-07-01')), JSON.stringify(expected), kind);
does('acknowledge', {path: '/alerts/a%2F1/acknowledge', body: {comment: '话', until: '2027-07-01'}});
does('plan-action', {path: '/alerts/a%2F1/plan-action', body: {text: '话', by: '2027-07-01'}});
does('assign', {path: '/alerts/a%2F1/assign', body: {assignee: '话'}});
does('comment', {path: '/alerts/a%2F1/comment', body: {comment: '话'}});
does('resolve', {path: '/alerts/a%2F1/resolve', body: {reason: '话'}});
does('silence', {path: '/silences', body: {matcher: {plan_id: 'p', subject_id: 'rail', bureau_id: 'transport'}, reason: '话', until: '2027-07-01'}});
const silences = await import(board + '/pages/silences.js');
same(silences.later('2027-12-31', 1), '2028-01-01', 'a day later');
const typed = values => Object.fromEntries(['bureau', 'subject', 'category', 'kind', 'severity', 'reason', 'until'].map(name => [name, {value: values[name] ?? ''}]));
same(JSON.stringify(silences.body('p', typed({bureau: 'water', reason: ' 审计 ', until: '2027-07-01'}))),
  '{"matcher":{"plan_id":"p","bureau_id":"water"},"reason":"审计","until":"2027-07-01"}', 'what is left empty matches everything');
const preferences = await import(board + '/pages/preferences.js');
const wish = (atOnce, rhythm, quietFrom, quietTo) => JSON.stringify(preferences.body({atOnce: {value: atOnce}, rhythm: {value: rhythm}, quietFrom: {value: quietFrom}, quietTo: {value: quietTo}}));
same(wish('never', 'weekly', '21:00', '07:30'), '{"immediate_from":"SEVERITY_UNSPECIFIED","digest":"DIGEST_RHYTHM_WEEKLY","quiet_from":"21:00","quiet_to":"07:30"}', 'a preference as it was chosen');
same(wish('critical', 'none', '', ''), '{"immediate_from":"SEVERITY_CRITICAL","digest":"DIGEST_RHYTHM_NONE","quiet_from":"","quiet_to":""}', 'no digest and no quiet hours');
const {words} = await import(board + '/pages/alert.js');
same(words({action: 'restated', comment: '补报\nlate'}), 'late', 'a restatement speaks the reader\'s language');
same(words({action: 'commented', comment: '说明'}), '说明', 'a person speaks their own');

console.log(failures === 0 ? 'all as expected' : `${failures} failed`);
process.exit(failures === 0 ? 0 : 1);
