import { cut, parameter } from './caution.js';

/** Most browsers name others besides themselves, so the order counts. */
const BROWSERS = {
    Edge: 'Edg\\w*',
    Opera: 'OP[RT]',
    'Samsung Internet': 'SamsungBrowser',
    Firefox: 'Firefox|FxiOS',
    Chrome: 'Chrome|CriOS',
    Safari: 'Version',
};
const SYSTEMS = {
    Windows: 'Windows',
    iOS: 'iP(hone|ad|od)',
    Android: 'Android',
    'Chrome OS': 'CrOS',
    macOS: 'Macintosh',
    Linux: 'Linux',
};

/** The first kind whose name in `User-Agent`, with what follows it, is there: its own name, and what the groups matched. */
function firstOf(kinds, then) {
    for (const name in kinds) {
        const match = RegExp('(' + kinds[name] + ')' + then).exec(navigator.userAgent);
        if (match) {
            return [name, match.pop()];
        }
    }
    return [];
}

function browserAndDevice() {
    const agent = navigator.userAgent;
    const [browser, version] = firstOf(BROWSERS, '/(\\d+)');
    // An iPad says that it is a Mac, but no Mac can be touched with several fingers.
    const isPad = /iPad/.test(agent) || (/Macintosh/.test(agent) && navigator.maxTouchPoints > 1);
    const isTablet = isPad || (/Android/.test(agent) && !/Mobile/.test(agent));
    return {
        browser,
        browser_version: version,
        os: isPad ? 'iOS' : firstOf(SYSTEMS, '')[0],
        device: isTablet ? 'tablet' : /Mobi/.test(agent) ? 'mobile' : 'desktop',
        screen: screen.width + 'x' + screen.height,
        language: navigator.language,
        timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    };
}

/** An address without what may be personal: the query, and a fragment that is no route of the page. */
export function clean(address) {
    const route = /#!?\/[^?]*/.exec(address) || '';
    return cut(address.replace(/[?#].*/s, '') + route);
}

/** The campaign in the address, if there is one. */
function campaign() {
    let found;
    for (const key of ['source', 'medium', 'campaign', 'content', 'term']) {
        const value = cut(parameter('utm_' + key));
        if (value) {
            found = { ...found, ['utm_' + key]: value };
        }
    }
    return found;
}

/** The page that is looked at. What happens on it says so, also when it is told after the next one has come. */
export let view;

/** Looks at the page anew, since it is another one now. */
export function look() {
    const before = view;
    const address = location.href;
    view = {
        address,
        utm: campaign(),
        properties: {
            ...browserAndDevice(),
            url: clean(address),
            path: cut(location.pathname),
            hostname: location.hostname,
            // Within one document the page before is the one that was looked at.
            referrer: before && before.address !== address ? before.properties.url : clean(document.referrer),
        },
    };
}

export function title() {
    return cut(document.title);
}
