import { attempt } from './caution.js';
import { PREFIX, isConsented, page } from './consent.js';

export const EVER = 'localStorage';
export const TAB = 'sessionStorage';

/** What was kept under a name, or nothing. */
export function recall(storage, name) {
    return attempt(() => isConsented() && JSON.parse(window[storage].getItem(PREFIX + name))) || page[name];
}

export function keep(storage, name, value) {
    page[name] = value;
    attempt(() => isConsented() && window[storage].setItem(PREFIX + name, JSON.stringify(value)));
    return value;
}
