import { guard, on } from './caution.js';
import { look, title, view } from './view.js';
import { amend, handOver } from './delivery.js';
import { record } from './record.js';

/** The newest page view, and the title that the page had then. */
let shown;
let titled;

const arrivals = [];
const departures = [];

/** Has something done whenever another page is looked at, and for the one that is there already. */
export function onArrival(act) {
    arrivals.push(guard(act));
}

/** Has something done whenever the page that is looked at may have been left. It may be told more than once of a page. */
export function onDeparture(act) {
    departures.push(guard(act));
}

/** Tells that the page is looked at; without a name its title is the name. */
export function showPage(name) {
    titled = title();
    shown = record('page_view', { page: name ? String(name) : titled });
}

/** Applications often change the title some moments after the address, so it is looked at once more before it is sent. */
export function settleTitle() {
    const before = titled;
    titled = title();
    if (shown && before !== titled) {
        // A page that has a name of its own keeps it.
        for (const key of ['title', 'page']) {
            if (shown.properties[key] === before) {
                shown.properties[key] = titled;
            }
        }
        amend(shown);
    }
}

function arrive() {
    look();
    showPage();
    arrivals.forEach(act => act());
}

function depart() {
    departures.forEach(act => act());
    settleTitle();
    handOver();
}

/** The address may have changed: then what is looked at is another page, though the document is the same. */
function navigate() {
    if (location.href !== view.address) {
        departures.forEach(act => act());
        arrive();
    }
}

export function followNavigation() {
    for (const method of ['pushState', 'replaceState']) {
        const original = history[method];
        history[method] = function () {
            guard(settleTitle)();
            const result = original.apply(this, arguments);
            guard(navigate)();
            return result;
        };
    }
    on(window, 'popstate hashchange', navigate);
    on(window, 'pageshow', event => event.persisted && arrive());
    on(window, 'pagehide', depart);
    on(document, 'visibilitychange', () => document.hidden && depart());
    arrive();
}
