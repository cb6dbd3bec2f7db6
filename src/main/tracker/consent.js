import { isOn, token } from './setting.js';
import { attempt } from './caution.js';

/** What we keep in the browser has names that begin with this: two projects on one origin share nothing. */
export const PREFIX = 'aa_' + token + '_';

const CONSENT = PREFIX + 'consent';

let isRequired = isOn('require-consent');
let isGranted = false;

/** From here on nothing is even remembered, until consent is given again. */
export let isRevoked = false;

/** Whether we may keep and send anything. Other pages of the site see at once what a visitor decides on one. */
export function isConsented() {
    const said = attempt(() => localStorage.getItem(CONSENT));
    // A browser that keeps nothing says nothing, and consent is then given to this page alone.
    return said === 'granted' || (!said && !isRequired) || (said === undefined && isGranted);
}

export function requireConsent() {
    isRequired = true;
}

export function rememberConsent() {
    isGranted = true;
    isRevoked = false;
    attempt(() => localStorage.setItem(CONSENT, 'granted'));
}

/** Forgets the consent, and with it all that was kept because of it. */
export function forgetConsent() {
    isRequired = isRevoked = true;
    isGranted = false;
    attempt(() => {
        for (const storage of [localStorage, sessionStorage]) {
            Object.keys(storage).forEach(key => key.startsWith(PREFIX) && storage.removeItem(key));
        }
        if (!isOn('require-consent')) {
            // Where nobody is asked, a no is all that later pages can go by.
            localStorage.setItem(CONSENT, 'revoked');
        }
    });
}
