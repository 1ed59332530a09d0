// Asks again every few seconds while the page is seen, and says so when the answer stays away.
import {fill, h} from './dom.js';
import {t} from './i18n.js';
import {instant} from './format.js';

const PERIOD = 5000;
const notice = () => document.getElementById('notice');

/** Runs a task again and again; answers how to stop. A failing task leaves the page as it is and names its age. */
export function poll(task) {
  let timer;
  let last = new Date();
  const turn = async () => {
    if (!document.hidden) {
      try {
        await task();
        last = new Date();
        if (notice().firstChild) fill(notice());
      } catch (error) {
        const who = error.problem?.service ? t('service.' + error.problem.service) : t('service.gateway');
        fill(notice(), h('p', {class: 'stale'}, t('stale', {since: instant(last), who})));
      }
    }
    timer = setTimeout(turn, PERIOD);
  };
  timer = setTimeout(turn, PERIOD);
  return () => { clearTimeout(timer); fill(notice()); };
}
