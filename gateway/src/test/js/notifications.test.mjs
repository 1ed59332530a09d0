// Run by BoardScriptTest with node: what the page of notifications asks for, and what it shows.
import {readFileSync} from 'node:fs';

const board = process.argv[2];
let failures = 0;

function same(actual, expected, what) {
  const [is, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (is === wanted) return;
  failures++;
  console.log(`${what}: ${is} (expected: ${wanted})`);
}

globalThis.document = {documentElement: {lang: 'zh-CN'}};
const i18n = await import(board + '/i18n.js');
const words = JSON.parse(readFileSync(new URL(`${board}/i18n/zh.json`)));
i18n.use('zh', words);
const {useZone} = await import(board + '/format.js');
const {question} = await import(board + '/pages/notifications.js');

useZone('Asia/Shanghai');
const nothing = {bureau_id: '', recipient: '', subject_id: '', alert_id: '', channel: '', outcome: '', from: '', until: ''};
same(question(new URLSearchParams()), nothing, 'an empty address asks for everything');
same(question(new URLSearchParams('channel=wecom&outcome=put_off')), {...nothing, channel: 'wecom', outcome: 'NOTIFICATION_OUTCOME_PUT_OFF'}, 'an outcome is asked for by its constant');
same(question(new URLSearchParams('outcome=lost&from=yesterday&until=2027-13-99')), nothing, 'what is no outcome and no day is not asked for');
same(question(new URLSearchParams('from=2027-06-01&until=2027-06-30')), {...nothing, from: '2027-05-31T16:00:00.000Z', until: '2027-06-30T16:00:00.000Z'}, 'days are whole, in the zone of the services');
for (const outcome of ['accepted', 'put_off', 'unreached', 'failed', 'delayed', 'bounced']) same(words['notifications.outcome.' + outcome] !== undefined, true, 'a word for ' + outcome);

process.exit(failures ? 1 : 0);
