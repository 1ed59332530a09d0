// How the people of a bureau are told: at once or summed up, and when they are left alone; and what their digest would say now.
import {get, path, read} from '../api.js';
import {ready, tabs, who} from '../acting.js';
import {fill, h, section, table} from '../dom.js';
import {act, owner} from '../hands.js';
import {lang, pick, t} from '../i18n.js';
import {empty} from '../states.js';
import {later} from './parts.js';

const RHYTHMS = ['none', 'daily', 'weekly', 'monthly'];

export async function show(main, {query, go}) {
  document.title = `${t('preferences.title')} · Waymark`;
  const {bureaus} = await get('/bureaus');
  const asked = query.get('bureau') || owner()?.bureau;
  const bureau = bureaus.find(one => one.bureau_id === asked) ?? bureaus[0];
  if (!bureau) { fill(main, tabs('preferences'), empty(t('preferences.no_bureau'))); return; }
  const choice = h('label', {}, h('span', {}, t('filter.bureau')),
    h('select', {onchange: event => go('/preferences?bureau=' + encodeURIComponent(event.target.value))},
      bureaus.map(one => h('option', {value: one.bureau_id, selected: one === bureau}, pick(one.name) || one.bureau_id))));
  const held = h('div');
  const page = {bureau: bureau.bureau_id, held, said: h('p', {role: 'status'})};
  fill(main, tabs('preferences'), h('h1', {}, t('preferences.title')), h('p', {class: 'sentence'}, t('preferences.how')),
    h('form', {class: 'filters', onsubmit: event => event.preventDefault()}, choice),
    section(t('preferences.people'), who(() => draw(page)), page.said, held),
    section(t('preferences.digest'), h('p', {class: 'aside'}, t('preferences.digest_hint')), later(() => digest(bureau.bureau_id))),
    section(t('preferences.kinds'), h('p', {class: 'aside'}, t('preferences.kinds_hint')), later(kinds)));
  await draw(page);
}

async function draw(page) {
  const {data} = await read('/preferences', {bureau_id: page.bureau});
  if (!data.preferences.length) { fill(page.held, empty(t('preferences.nobody'), t('preferences.nobody_hint'))); return; }
  const may = ready() && (owner().planOffice || owner().bureau === page.bureau);
  fill(page.held,
    table([{label: t('preferences.address'), cls: 'wide'}, t('preferences.at_once'), t('preferences.rhythm'), t('preferences.quiet'), ...(may ? [t('preferences.change')] : [])],
      data.preferences.map(one => (may ? editable(page, one) : row(one)))),
    h('p', {class: 'aside'}, t('preferences.always')));
}

const rhythm = one => String(one.digest ?? '').replace('DIGEST_RHYTHM_', '').toLowerCase();
const from = one => ({SEVERITY_WARNING: 'warning', SEVERITY_CRITICAL: 'critical'})[one.immediate_from] ?? 'never';

function row(one) {
  return [one.address, t('at_once.' + from(one)), t('rhythm.' + (rhythm(one) || 'monthly')), one.quiet_from ? `${one.quiet_from}–${one.quiet_to}` : '—'];
}

function editable(page, one) {
  const select = (label, options, chosen) => h('select', {'aria-label': `${one.address}: ${label}`}, options.map(([value, text]) => h('option', {value, selected: value === chosen}, text)));
  const time = (label, value) => h('input', {type: 'time', 'aria-label': `${one.address}: ${label}`, value: value ?? ''});
  const fields = {
    atOnce: select(t('preferences.at_once'), ['warning', 'critical', 'never'].map(value => [value, t('at_once.' + value)]), from(one)),
    rhythm: select(t('preferences.rhythm'), RHYTHMS.map(value => [value, t('rhythm.' + value)]), rhythm(one)),
    quietFrom: time(t('preferences.quiet_from'), one.quiet_from),
    quietTo: time(t('preferences.quiet_to'), one.quiet_to),
  };
  const save = async event => {
    const button = event.currentTarget;
    button.disabled = true;
    try {
      await act(path`/preferences/${one.address}`, body(fields), 'PUT');
      fill(page.said, t('preferences.saved', {address: one.address}));
      await draw(page);
    } catch (error) {
      button.disabled = false;
      fill(page.said, h('span', {class: 'refused'}, error.message));
    }
  };
  return [one.address, fields.atOnce, fields.rhythm, h('span', {class: 'hours'}, fields.quietFrom, ' – ', fields.quietTo), h('button', {type: 'button', onclick: save}, t('preferences.save'))];
}

/** What is asked of the service. */
export function body({atOnce, rhythm: every, quietFrom, quietTo}) {
  return {
    immediate_from: atOnce.value === 'never' ? 'SEVERITY_UNSPECIFIED' : 'SEVERITY_' + atOnce.value.toUpperCase(),
    digest: 'DIGEST_RHYTHM_' + every.value.toUpperCase(), quiet_from: quietFrom.value, quiet_to: quietTo.value,
  };
}

const letter = (src, title) => h('iframe', {class: 'letter', src, sandbox: 'allow-popups allow-popups-to-escape-sandbox', title});

async function digest(bureau) {
  const {mail} = await get(path`/bureaus/${bureau}/digest`);
  if (!mail) return empty(t('preferences.no_digest'));
  return h('div', {}, h('p', {}, h('strong', {}, mail.subject)), letter(path`/digests/${bureau}/body`, mail.subject),
    h('details', {}, h('summary', {}, t('mailbox.plain')), h('pre', {}, mail.text)));
}

/** Every kind of mail with made-up figures, one at a time. */
async function kinds() {
  const language = lang();
  const {kinds: all, template_faults: faults} = await get('/mail-previews', {language});
  const place = h('div');
  const open = kind => fill(place, letter(path`/mail-previews/${kind}/body` + '?language=' + language, t('mail_kind.' + kind)));
  return h('div', {},
    faults?.length > 0 && h('p', {class: 'state failed', role: 'alert'}, t('preferences.faults', {faults: faults.join('; ')})),
    h('p', {class: 'kinds'}, all.map(kind => [h('button', {type: 'button', onclick: () => open(kind)}, t('mail_kind.' + kind)), ' '])), place);
}
