import { project, token } from './setting.js';
import { bytes, on, random, warn } from './caution.js';
import { isConsented, said } from './consent.js';
import { session, userId } from './visitor.js';
import { title, view } from './view.js';
import { enqueue } from './delivery.js';

const LONGEST_NAME = 256;
const MOST_PROPERTY_BYTES = 8192;
/** Addresses of people have no place in analytics. */
const EMAIL = /^(user_?)?e[-_]?mail$/i;

/** What the page has told us to say with every event. */
let common = {};

/** Anything else than an object says nothing. */
function asObject(value) {
    return typeof value === 'object' && !Array.isArray(value) && value;
}

/** Adds to what every event says; null takes something away. */
export function set(properties) {
    common = { ...common, ...asObject(properties) };
    for (const key in common) {
        if (common[key] === null) {
            delete common[key];
        }
    }
}

/** Tells that something happened on the page that is looked at, and returns it, or nothing where nothing may be told. */
export function record(name, own) {
    if (document.prerendering) {
        // Perhaps nobody ever looks at this page.
        on(document, 'prerenderingchange', () => record(name, own));
        return;
    }
    if (!isConsented() && said) {
        // After a no nothing is even remembered, until consent is given again.
        return;
    }
    if (typeof name !== 'string' || !name || name.length > LONGEST_NAME) {
        warn('No name of an event:', name);
        return;
    }
    const now = session(view.utm);
    const properties = { title: title(), ...view.properties, ...now.about, ...common, ...asObject(own) };
    for (const key in properties) {
        if (EMAIL.test(key)) {
            delete properties[key];
        }
    }
    if (bytes(JSON.stringify(properties)) > MOST_PROPERTY_BYTES) {
        warn('Too large:', name);
        return;
    }
    const timestamp = Date.now();
    const event = {
        project,
        token,
        event: name,
        // The time in front lets us put events in order and know their age by their keys.
        event_id: timestamp.toString(36) + '-' + random(),
        properties,
        user_id: userId(),
        session_id: now.id,
        timestamp,
    };
    enqueue(event);
    return event;
}
