import { target, isLocal } from './setting.js';
import { DAY_MS, attempt, bytes, on, warn } from './caution.js';
import { PREFIX, isConsented, kept, waiting } from './consent.js';

const PAUSE_MS = 5000;
const LONGEST_PAUSE_MS = 5 * 60 * 1000;
const LONGEST_ANSWER_MS = 20000;
const MOST_IN_BATCH = 100;
/** Browsers let 64 KiB go on after a page has gone. */
const MOST_BYTES = 60000;
const MOST_REMEMBERED = 500;
/** Some hundred KB, of the 5 MB that a browser keeps for all of a site. */
const MOST_KEPT = 300;
const EVENTS = PREFIX + 'event_';

/** Events that are on their way, and an answer is expected. */
const flying = new Set();
/** Those that a beacon took along, which tells nobody whether it arrived. */
const beaconed = new Set();
let isBusy = false;
/** Whether the server finds the time of this machine impossible. */
let isClockWrong = false;
let failures = 0;
/** Nothing is sent before this moment of the page's own clock, which nobody sets back. */
let notBefore = 0;
/** For how long the server asked us to wait after the last failure, if it did. */
let told;

/**
 * Takes an event, to be sent soon. Each is an entry of its own in the browser's storage until the server has confirmed it, so
 * that neither a page that goes nor another one at the same time loses it. What is sent twice has the same event_id, and counts once.
 */
export function enqueue(event) {
    if (isLocal) {
        console.log('aa:', event.event, event);
        return;
    }
    const text = JSON.stringify(event, storable);
    waiting.set(event.event_id, text);
    if (waiting.size > MOST_REMEMBERED) {
        waiting.delete(waiting.keys().next().value);
    }
    if (isConsented()) {
        store(event.event_id, text);
    }
}

/** Halves of characters and NUL would be refused, with all that is in the same batch. */
function storable(key, value) {
    return typeof value === 'string' ? value.replace(/[\0\uD800-\uDFFF]/gu, '\uFFFD') : value;
}

/** Tells an event anew. Should it be under way already, it stays as it was. */
export function amend(event) {
    if (waiting.has(event.event_id)) {
        enqueue(event);
    }
}

function storedKeys() {
    // They begin with the time, so this is the order in which they happened.
    return kept(EVENTS).sort();
}

function store(id, text) {
    attempt(() => {
        const keys = storedKeys();
        if (keys.length >= MOST_KEPT) {
            localStorage.removeItem(keys[0]);
        }
        localStorage.setItem(EVENTS + id, text);
    });
}

/** What was waiting for consent may be kept now. */
export function storeWaiting() {
    waiting.forEach((text, id) => store(id, text));
}

/** What to send: what pages before this one left, and then its own. */
function due() {
    const found = [];
    attempt(() => {
        for (const key of storedKeys()) {
            const id = key.slice(EVENTS.length);
            // A younger one may be under way from another page that is open.
            if (!waiting.has(id) && distance(id) > PAUSE_MS) {
                found.push([id, localStorage.getItem(key)]);
            }
        }
    });
    // Whether a beacon arrived may be asked when the page is looked at again.
    return [...found, ...here(document.hidden)];
}

/** This page's events that are not on their way, perhaps without those that a beacon took along. */
function here(areBeaconedLeftOut) {
    return [...waiting].filter(([id]) => !flying.has(id) && !(areBeaconedLeftOut && beaconed.has(id)));
}

/** Divides events, as pairs of id and text, into what fits into a request. */
function batches(events) {
    const all = [];
    let size = 0;
    for (const event of events) {
        const more = bytes(event[1]) + 1;
        size += more;
        if (all.length && all[0].length < MOST_IN_BATCH && size <= MOST_BYTES) {
            all[0].push(event);
        } else {
            all.unshift([event]);
            size = more;
        }
    }
    return all.reverse();
}

function address(batch) {
    return target + '/track' + (batch[1] ? '/batch' : '');
}

/** How far from now an event was told, in either direction: the clock may have been set since. */
function distance(id) {
    return Math.abs(Date.now() - parseInt(id, 36));
}

/** The time is the last that an event says. */
function body(batch) {
    const texts = batch.map(([id, text]) => (isClockWrong && distance(id) < DAY_MS ? text.replace(/,"timestamp":\d+}$/, '}') : text));
    return batch[1] ? '{"events":[' + texts.join(',') + ']}' : texts[0];
}

/** Sends what waits, and waits for the answers, one batch after the other. */
export async function flush() {
    if (isBusy || !isConsented() || performance.now() < notBefore) {
        return;
    }
    isBusy = true;
    try {
        for (const batch of batches(due())) {
            if (!(await deliver(batch))) {
                break;
            }
        }
    } catch (fault) {
        warn(fault);
    } finally {
        isBusy = false;
    }
}

/** Has one batch taken, or dropped when it is refused; whether the server is well enough for another one. */
async function deliver(batch) {
    const status = await send(batch);
    if (!status) {
        return false;
    }
    if (status === 400 || status === 413) {
        if (batch[1]) {
            // One that is refused must not take the others along.
            const half = batch.length >> 1;
            return (await deliver(batch.slice(0, half))) && deliver(batch.slice(half));
        }
        if (!isClockWrong && distance(batch[0][0]) < DAY_MS) {
            // Its time may be impossible for the server, which can tell the time itself.
            isClockWrong = true;
            const again = await send(batch);
            isClockWrong = again > 0 && again < 300;
            if (!again) {
                return false;
            }
        }
    }
    for (const [id] of batch) {
        waiting.delete(id);
        beaconed.delete(id);
        attempt(() => localStorage.removeItem(EVENTS + id));
    }
    return true;
}

/** What the server answers: a status, or 0 when it has to be asked again later. */
async function send(batch) {
    if (!isConsented()) {
        // Taken back since the request before: nothing may follow it.
        return 0;
    }
    batch.forEach(([id]) => flying.add(id));
    const answer = await fetch(address(batch), {
        method: 'POST',
        // As text and without credentials, so that the browser asks nobody first.
        body: body(batch),
        credentials: 'omit',
        keepalive: true,
        // Browsers without it have limits of their own.
        signal: AbortSignal.timeout?.(LONGEST_ANSWER_MS),
    }).catch(() => null);
    batch.forEach(([id]) => flying.delete(id));
    const status = answer?.status;
    if (!status || status === 408 || status === 429 || status >= 500) {
        pause(answer);
        return 0;
    }
    failures = 0;
    return status;
}

/** After a failure waits as long as the server says, or longer each time; not all visitors come back at the same moment. */
function pause(answer) {
    told = answer?.headers.get('Retry-After') * 1000;
    const grown = Math.min(PAUSE_MS * 2 ** failures++, LONGEST_PAUSE_MS) * (0.5 + Math.random() / 2);
    notBefore = performance.now() + (told || grown);
}

/** The page may go any moment: hands everything over to the browser. It stays kept until a later page has it confirmed. */
export function handOver() {
    if (!isConsented()) {
        return;
    }
    for (const batch of batches(here(true))) {
        if (navigator.sendBeacon(address(batch), body(batch))) {
            batch.forEach(([id]) => beaconed.add(id));
        } else {
            deliver(batch);
        }
    }
}

/** @param prepare done each time before */
export function deliverRegularly(prepare) {
    setInterval(() => {
        prepare();
        flush();
    }, PAUSE_MS);
    on(window, 'online', () => {
        // A server that asked for patience gets it all the same.
        if (!told) {
            notBefore = 0;
        }
        flush();
    });
}
