// Addresses and the pages behind them.

const PAGES = [
  ['/', () => import('./pages/overview.js')],
  ['/subjects', () => import('./pages/subjects.js')],
  ['/projects', () => import('./pages/projects.js')],
  ['/alerts', () => import('./pages/alerts.js')],
  ['/alerts/:alert', () => import('./pages/alert.js')],
  ['/silences', () => import('./pages/silences.js')],
  ['/preferences', () => import('./pages/preferences.js')],
  ['/calendar', () => import('./pages/calendar.js')],
  ['/backtest', () => import('./pages/backtest.js')],
  ['/report', () => import('./pages/report.js')],
  ['/evaluation', () => import('./pages/evaluation.js')],
  ['/decomposition', () => import('./pages/decomposition.js')],
  ['/mailbox', () => import('./pages/mailbox.js')],
  ['/notifications', () => import('./pages/notifications.js')],
  ['/mailbox/:mail', () => import('./pages/mailbox.js')],
  ['/plans/:plan', () => import('./pages/overview.js')],
  ['/plans/:plan/projects', () => import('./pages/projects.js')],
  ['/plans/:plan/backtest', () => import('./pages/backtest.js')],
  ['/plans/:plan/evaluation', () => import('./pages/evaluation.js')],
  ['/plans/:plan/decomposition', () => import('./pages/decomposition.js')],
  ['/plans/:plan/targets/:subject', () => import('./pages/target.js')],
  ['/plans/:plan/projects/:subject', () => import('./pages/project.js')],
];

/** The page of a path. */
export function match(pathname) {
  const given = pathname.split('/');
  for (const [pattern, load] of PAGES) {
    const wanted = pattern.split('/');
    const params = {};
    const fits = wanted.length === given.length && wanted.every((part, i) =>
      part.startsWith(':') ? given[i] !== '' && (params[part.slice(1)] = decodeURIComponent(given[i])) : part === given[i]);
    if (fits) return {known: true, params, load};
  }
  return {known: false, params: {}, load: () => import('./pages/missing.js')};
}

/** The address of a subject's page. */
export function pageOf({plan_id: plan, subject_id: subject, kind}) {
  const folder = kind === 'SUBJECT_KIND_PROJECT' ? 'projects' : 'targets';
  return `/plans/${encodeURIComponent(plan)}/${folder}/${encodeURIComponent(subject)}`;
}

/** Mails link to #/target/PLAN/ID and #/project/PLAN/ID: the address behind such a hash, or undefined. */
export function legacy(hash) {
  const found = /^#\/(target|project)\/([^/]+)\/([^/]+)$/.exec(hash ?? '');
  return found ? `/plans/${found[2]}/${found[1]}s/${found[3]}` : undefined;
}
