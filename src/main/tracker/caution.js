export const DAY_MS = 24 * 60 * 60 * 1000;

/** Says what went wrong to whoever develops the page. */
export function warn(...what) {
    console.warn('aa:', ...what);
}

/** The page must never suffer from us: what goes wrong ends here. */
export function guard(act) {
    return (...given) => {
        try {
            return act(...given);
        } catch (fault) {
            warn(fault);
        }
    };
}

/** Does what a browser may refuse, such as to keep something; then the answer is undefined. */
export function attempt(act) {
    try {
        return act();
    } catch (refused) {
        // There is always another way.
    }
}

/** Does something whenever one of these things happens, and before the page's own listeners can stop it. */
export function on(source, types, act) {
    types.split(' ').forEach(type => source.addEventListener(type, guard(act), true));
}

/** 128 random bits. `randomUUID` is missing on pages without TLS. */
export function random() {
    return crypto.getRandomValues(new Uint32Array(4)).join('');
}

/** Text of something, on one line and not too long. */
export function cut(text, most = 500) {
    return String(text || '').replace(/\s+/g, ' ').trim().slice(0, most);
}

/** A parameter of the page's address, or null. */
export function parameter(name) {
    return new URLSearchParams(location.search).get(name);
}

export function bytes(text) {
    return new TextEncoder().encode(text).length;
}
