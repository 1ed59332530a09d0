// Reads the REST door. An answer that did not change is kept, so polling moves no bytes.
import {t} from './i18n.js';

/** Why something could not be read or done; its message is for people. */
export class ApiError extends Error {
  constructor(status, problem) {
    super(problem?.detail ?? (status === 0 ? t('failed.gateway') : t('failed.status', {status})));
    this.status = status;
    this.problem = problem ?? {};
  }
}

const held = new Map();

/** Reads a path; answers {data, changed}. */
export async function read(path, query = {}) {
  const url = address(path, query);
  const before = held.get(url);
  const headers = {Accept: 'application/json', 'Accept-Language': document.documentElement.lang};
  if (before) headers['If-None-Match'] = before.tag;
  const response = await reach(url, headers);
  if (response.status === 304 && before) return {data: before.data, changed: false};
  if (!response.ok) throw new ApiError(response.status, await problemOf(response));
  const data = await response.json();
  const tag = response.headers.get('ETag');
  const changed = !before || before.tag !== tag;
  if (tag) held.set(url, {tag, data});
  return {data, changed};
}

/** Reads a path; answers the data alone. */
export async function get(path, query = {}) {
  return (await read(path, query)).data;
}

/** Asks what takes more than an address holds; nothing is changed by it, so nobody has to say who they are. */
export async function asked(path, body) {
  const headers = {Accept: 'application/json', 'Content-Type': 'application/json', 'Accept-Language': document.documentElement.lang};
  const response = await reach(address(path), headers, {method: 'POST', body: JSON.stringify(body)});
  if (!response.ok) throw new ApiError(response.status, await problemOf(response));
  return response.json();
}

/** The address of an API path; empty parameters are left out. */
export function address(path, query = {}) {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of [value].flat()) if (one !== undefined && one !== null && one !== '') parameters.append(name, one);
  }
  const text = parameters.toString();
  return '/api/v1' + path + (text ? '?' + text : '');
}

/** A path of encoded segments: path`/plans/${id}`. */
export function path(parts, ...values) {
  return parts.reduce((text, part, i) => text + encodeURIComponent(values[i - 1]) + part);
}

async function reach(url, headers, more = {}) {
  try {
    return await fetch(url, {headers, cache: 'no-store', ...more});
  } catch {
    throw new ApiError(0, {reason: 'GATEWAY_AWAY'});
  }
}

async function problemOf(response) {
  try {
    return await response.json();
  } catch {
    return {};
  }
}
