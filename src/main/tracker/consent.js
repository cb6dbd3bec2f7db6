import { isOn, token } from './setting.js';
import { attempt } from './caution.js';

/** What we keep in the browser has names that begin with this: two projects on one origin share nothing. */
export const PREFIX = 'aa_' + token + '_';

const CONSENT = PREFIX + 'consent';
const GRANTED = 'granted';
const REVOKED = 'revoked';

let isRequired = isOn('require-consent');
/** Whether this page alone was given consent, since the browser does not keep it. */
let isGranted = false;

/** What the visitor said last, as far as this page has looked. */
export let said;
/** What this page knows: all there is while we may not keep anything, or the browser does not. */
export let page = {};
/** This page's events that the server has not confirmed: texts by event id. */
export const waiting = new Map();

/** The names of what is kept, as far as they begin so. */
export function kept(prefix) {
    return Object.keys(localStorage).filter(key => key.startsWith(prefix));
}

/** Whether we may keep and send anything. Other pages of the site see at once what a visitor decides on one. */
export function isConsented() {
    const before = said;
    // A yes that is needed and gone was taken back on another page.
    said = attempt(() => localStorage.getItem(CONSENT)) || (said && isRequired && REVOKED);
    if (said === REVOKED && before !== said) {
        // Nothing of what was before is left for a later yes.
        page = {};
        waiting.clear();
        attempt(() => sessionStorage.removeItem(PREFIX + 'session'));
    }
    return said === GRANTED || (!said && (isGranted || !isRequired));
}

export function requireConsent() {
    isRequired = true;
}

export function rememberConsent() {
    isConsented();
    said = undefined;
    isGranted = true;
    attempt(() => {
        localStorage.setItem(CONSENT, GRANTED);
        isGranted = false;
    });
}

/** Forgets the consent, and with it all that was kept because of it. */
export function revokeConsent() {
    isRequired = true;
    said = GRANTED;
    attempt(() => {
        kept(PREFIX).forEach(key => localStorage.removeItem(key));
        if (!isOn('require-consent')) {
            // Where nobody is asked, a no is all that later pages can go by.
            localStorage.setItem(CONSENT, REVOKED);
        }
    });
    isConsented();
}
