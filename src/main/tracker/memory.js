import { attempt } from './caution.js';
import { PREFIX, isConsented } from './consent.js';

export const EVER = 'localStorage';
export const TAB = 'sessionStorage';

/** What this page knows: all there is while we may not keep anything, or the browser does not. */
let page = {};

/** What was kept under a name, or nothing. */
export function recall(storage, name) {
    return attempt(() => isConsented() && JSON.parse(window[storage].getItem(PREFIX + name))) || page[name];
}

export function keep(storage, name, value) {
    page[name] = value;
    attempt(() => isConsented() && window[storage].setItem(PREFIX + name, JSON.stringify(value)));
    return value;
}

export function forgetAll() {
    page = {};
}
