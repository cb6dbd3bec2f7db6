import { isOn, option } from './setting.js';
import { DAY_MS, parameter, random } from './caution.js';
import { EVER, TAB, keep, recall } from './memory.js';

const IDLE_MS = 30 * 60 * 1000;
const LONGEST_ID = 256;

/** Who the visitor is: made up, or told by the page. It is kept again each time, for we may not always have been allowed to. */
export function userId() {
    return keep(EVER, 'user', recall(EVER, 'user') || 'anon_' + random());
}

/** Later events carry this id. Nothing, or null, makes the visitor a stranger again. */
export function identify(id) {
    keep(EVER, 'user', id ? String(id).slice(0, LONGEST_ID) : 'anon_' + random());
}

/**
 * The session that something happens in now: another one after half an hour in which nothing did.
 *
 * @param utm campaign in the address of the page, which is that of the session from now on
 * @returns its id, and what there is to say about it and the visitor's sessions so far
 */
export function session(utm) {
    const now = Date.now();
    const visits = recall(EVER, 'visits') || { first: now, sessions: 0 };
    let current = recall(TAB, 'session');
    if (!current || now - current.at > IDLE_MS) {
        current = { id: 'sess_' + random() };
        visits.sessions++;
    }
    current.at = now;
    if (utm) {
        current.utm = utm;
        visits.utm ??= utm;
    }
    keep(TAB, 'session', current);
    keep(EVER, 'visits', visits);
    const about = {
        session_count: visits.sessions,
        days_since_first_visit: Math.floor((now - visits.first) / DAY_MS),
    };
    for (const key in visits.utm) {
        about['first_' + key] = visits.utm[key];
    }
    return { id: current.id, about: { ...about, ...current.utm } };
}

/** The domains that share their visitors with this one. */
export const linkDomains = (option('link-domains') || '').toLowerCase().split(/[\s,]+/);

/** A query without the id of a visitor. */
export function withoutId(query) {
    return query.replace(/([?&])_aa=[^&]*(&|$)/, (all, before, after) => after && before);
}

/** Takes the id that a link from another of the site's domains brings out of the address bar, and has it taken on. */
export function adopt(take) {
    const id = parameter('_aa');
    if (id && isOn('link-domains')) {
        history.replaceState(history.state, '', location.pathname + withoutId(location.search) + location.hash);
        take(id);
    }
}
