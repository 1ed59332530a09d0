// The mails that were written, and one of them as its reader sees it.
import {get, path, read} from '../api.js';
import {tabs} from '../acting.js';
import {fill, h} from '../dom.js';
import {t} from '../i18n.js';
import {instant} from '../format.js';
import {empty, failed, skeleton} from '../states.js';
import {delivery, outcome} from './parts.js';
import {poll} from '../live.js';

export async function show(main, {params}) {
  document.title = `${t('tabs.mailbox')} · Waymark`;
  const list = h('nav', {class: 'mails', 'aria-label': t('tabs.mailbox')}, skeleton(48, 48, 48));
  const one = h('article', {class: 'mail'});
  fill(main, tabs('mailbox'), h('h1', {}, t('tabs.mailbox')), h('div', {class: 'mailbox' + (params.mail ? ' reading' : '')}, list, one));
  const update = async first => {
    const {data, changed} = await read('/mails', {page_size: 200});
    if (first || changed) drawList(list, data.mails, params.mail);
    return data.mails;
  };
  const mails = await update(true);
  if (params.mail) await open(one, params.mail);
  else if (mails.length) fill(one, empty(t('mailbox.choose')));
  return poll(() => update(false));
}

function drawList(list, mails, chosen) {
  if (!mails.length) {
    fill(list, empty(t('mailbox.none'), t('mailbox.none_hint')));
    return;
  }
  fill(list, mails.map(mail => h('a', {href: '/mailbox/' + encodeURIComponent(mail.mail_id), 'aria-current': mail.mail_id === chosen ? 'true' : undefined},
    h('span', {class: 'subject'}, mail.subject),
    h('span', {class: 'aside'}, mail.recipient),
    h('span', {class: 'aside'}, `${instant(mail.created_at)} · ${outcome(mail)}`))));
}

async function open(place, id) {
  fill(place, skeleton(30, 60, 400));
  try {
    const {mail} = await get(path`/mails/${id}`);
    const pair = (term, value) => value && [h('dt', {}, term), h('dd', {}, value)];
    fill(place,
      h('p', {class: 'back'}, h('a', {href: '/mailbox'}, t('mailbox.back'))),
      h('h2', {}, mail.subject),
      h('dl', {class: 'letterhead'}, pair(t('mailbox.to'), mail.recipient), pair(t('mailbox.written'), instant(mail.created_at)),
        pair(t('mailbox.outcome'), delivery(mail)), pair(t('mailbox.answer'), mail.last_answer), pair('Message-ID', h('span', {class: 'mono'}, mail.message_id))),
      mail.html && h('iframe', {src: `/mailbox/${encodeURIComponent(id)}/body`, sandbox: 'allow-popups allow-popups-to-escape-sandbox', title: mail.subject}),
      h('details', {open: !mail.html}, h('summary', {}, t('mailbox.plain')), h('pre', {}, mail.text)));
  } catch (error) {
    fill(place, failed(error, () => open(place, id)));
  }
}
