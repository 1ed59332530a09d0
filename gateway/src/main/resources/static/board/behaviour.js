// What a scorecard takes beside judgements: reports in time, findings, alerts in hand; asked of the services as anybody may.
import {get, path} from './api.js';
import {instant} from './format.js';

const PAGE = 5000;
const AT_ONCE = 6;
const OPEN = 'ALERT_STATUS_OPEN';

/** First day of the year that ends with a day, but not from before the plan began. */
export function yearUntil(date, start) {
  const [year, month, day] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year - 1, month, 0)).getUTCDate();
  const first = new Date(Date.UTC(year - 1, month - 1, Math.min(day, last) + 1)).toISOString().slice(0, 10);
  return first > start ? first : start;
}

/** The facts of a plan within two days, both included; {@code done} hears how many alerts were asked for, of how many. */
export async function collect(planId, from, until, done = () => {}) {
  const [projects, figures, reviews, alerts] = await Promise.all([
    all(path`/plans/${planId}/project-duties`, {from, until}, 'duties'),
    all(path`/plans/${planId}/figure-duties`, {from, until}, 'duties'),
    all(path`/plans/${planId}/reviews`, {from, until}, 'reviews'),
    all('/alerts', {plan_id: planId, include_resolved: true}, 'alerts')]);
  const raised = alerts.filter(one => dayOf(one.opened_at) >= from && dayOf(one.opened_at) <= until);
  return {
    duties: [...projects.map(one => duty(one, 'DUTY_SUBJECT_PROJECT')), ...figures.map(one => duty(one, 'DUTY_SUBJECT_INDICATOR'))],
    honesty: reviews.map(one => ({kind: 'DUTY_SUBJECT_PROJECT', subject_id: one.project_id, reports: one.reports, findings: one.findings, lead_bureau_id: one.bureau_id})),
    alerts: await handled(raised, done),
    origin: `ReportingService/ListReportingDuties, FigureReportingService/ListFigureDuties, ReportingService/ListReviews, AlertingService/ListAlerts; ${from}..${until}`,
  };
}

async function all(address, query, name) {
  const found = [];
  for (let token = ''; ;) {
    const page = await get(address, {...query, page_size: PAGE, page_token: token});
    found.push(...page[name]);
    token = page.next_page_token;
    if (!token) return found;
  }
}

const duty = (one, kind) => ({kind, subject_id: one.subject_id, period_end: one.period_end, closes: one.closes, filed_on: one.filed_on, lead_bureau_id: one.bureau_id});

/** The day of an instant in the services' zone. */
const dayOf = text => instant(text).slice(0, 10);

/** When each alert was open no longer, whether taken, mended or over; a few are asked for at a time. */
async function handled(alerts, done) {
  const facts = [];
  for (let i = 0; i < alerts.length; i += AT_ONCE) {
    facts.push(...await Promise.all(alerts.slice(i, i + AT_ONCE).map(fact)));
    done(facts.length, alerts.length);
  }
  return facts;
}

async function fact(alert) {
  const history = alert.status === OPEN ? [] : (await get(path`/alerts/${alert.alert_id}`)).alert.history;
  return alertFact(alert, history);
}

/** An alert as a fact: the day on which it was first open no longer. */
export function alertFact(alert, history) {
  const taken = history.find(step => step.status !== OPEN);
  return {alert_id: alert.alert_id, kind: alert.kind, subject_id: alert.subject_id, lead_bureau_id: alert.lead_bureau_id,
    opened_on: dayOf(alert.opened_at), handled_on: taken ? dayOf(taken.at) : ''};
}
