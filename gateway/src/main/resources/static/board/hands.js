// Acting needs the person's own token: it is pasted once and kept for this tab only.
import {ApiError, address} from './api.js';

const KEY = 'waymark-token';
const store = () => { try { return sessionStorage; } catch { return undefined; } };

/** The person's token, or an empty text. */
export const token = () => store()?.getItem(KEY) ?? '';

/** Keeps a token for this tab; an empty one forgets it. */
export function keep(text) {
  if (text) store()?.setItem(KEY, text.trim());
  else store()?.removeItem(KEY);
}

/** Who a token names: {name, bureau, planOffice, expired}; undefined if it is none. */
export function owner(text = token(), now = Date.now()) {
  try {
    const body = text.split('.')[1].replaceAll('-', '+').replaceAll('_', '/');
    const claims = JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(body), c => c.charCodeAt(0))));
    if (!claims.sub) return undefined;
    return {name: claims.sub, bureau: claims.bureau ?? '', planOffice: (claims.roles ?? []).includes('plan_office'), expired: claims.exp * 1000 < now};
  } catch {
    return undefined;
  }
}

/** Does something in the person's name. */
export async function act(path, body, method = 'POST') {
  let response;
  try {
    response = await fetch(address(path), {
      method,
      headers: {Accept: 'application/json', 'Content-Type': 'application/json', 'Accept-Language': document.documentElement.lang,
        Authorization: `Bearer ${token()}`, 'x-waymark-channel': 'board'},
      body: JSON.stringify(body),
    });
  } catch {
    throw new ApiError(0, {reason: 'GATEWAY_AWAY'});
  }
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new ApiError(response.status, answer);
  return answer;
}

/** Does the same to many, one after the other, telling after each how many are through; answers what came of it. */
export async function actOnAll(ids, pathOf, bodyOf, progress = () => {}) {
  const refused = [];
  const answers = [];
  for (const [i, id] of ids.entries()) {
    try {
      answers.push(await act(pathOf(id), bodyOf(id)));
    } catch (error) {
      refused.push({id, why: error.message});
    }
    progress(i + 1, ids.length);
  }
  return {done: answers.length, answers, refused};
}
