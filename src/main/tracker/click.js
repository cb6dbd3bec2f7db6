import { isOn } from './setting.js';
import { attempt, cut, on } from './caution.js';
import { isConsented } from './consent.js';
import { linkDomains, userId, withoutId } from './visitor.js';
import { record } from './record.js';

const MOST_TEXT = 200;
const FILES =
    /([^/]+)\.(pdf|xlsx?|docx?|txt|rtf|csv|exe|key|pps|pptx?|7z|pkg|rar|gz|zip|avi|mov|mp4|mpeg|wmv|midi|mp3|wav|wma|dmg|iso|msi)$/i;

/** The nearest element around what was clicked that matches, also within the shadow of a component. */
function around(event, selector) {
    return event.composedPath().find(node => node.matches?.(selector));
}

/** Where a link leads, if anywhere. A form may have an input named `href`, so properties of elements are not to be trusted. */
function destination(link) {
    return attempt(() => new URL(link.getAttribute('href'), document.baseURI));
}

function attribute(element, name) {
    return cut(element.getAttribute(name), MOST_TEXT);
}

/** The attributes `data-aa-<kind>-<key>`, by key. Questions know keys of letters, digits and underscores only. */
export function declared(element, kind) {
    const prefix = 'data-aa-' + kind + '-';
    const found = {};
    for (const { name, value } of element.attributes) {
        if (name.startsWith(prefix)) {
            found[name.slice(prefix.length).replace(/-/g, '_')] = value;
        }
    }
    return found;
}

function reportClick(event) {
    const marked = around(event, '[data-aa-event]');
    if (marked) {
        record(marked.getAttribute('data-aa-event'), declared(marked, 'event'));
        return;
    }
    const element = around(event, 'a,button');
    if (!element) {
        return;
    }
    const text = cut(element.textContent, MOST_TEXT);
    const url = element.matches('a[href]') ? destination(element) : undefined;
    const isWeb = /^http/.test(url?.protocol);
    const isOutgoing = isWeb && url.hostname !== location.hostname;
    const href = cut(url?.href);
    if (isOn('track-clicks')) {
        record('$click', {
            tag: element.localName,
            text,
            href,
            id: attribute(element, 'id'),
            classes: attribute(element, 'class'),
            is_external: isOutgoing,
            type: attribute(element, 'type'),
        });
    }
    if (isOutgoing && isOn('track-outgoing')) {
        record('outgoing_link', { href, text, hostname: url.hostname });
    }
    const file = isWeb && FILES.exec(url.pathname);
    if (file && isOn('track-downloads')) {
        record('$download', {
            href: cut(url.origin + url.pathname),
            filename: cut(file[0], MOST_TEXT),
            extension: file[2].toLowerCase(),
        });
    }
}

/** Takes the visitor's id along to the site's other domains; it leaves the link when the browser has followed it. */
function takeAlong(event) {
    const link = around(event, 'a[href]');
    const url = link && destination(link);
    const leadsTo = domain => ('.' + url.hostname).endsWith('.' + domain);
    if (url && url.hostname !== location.hostname && linkDomains.some(leadsTo) && isConsented()) {
        const before = link.getAttribute('href');
        const query = withoutId(url.search);
        url.search = query + (query ? '&' : '?') + '_aa=' + encodeURIComponent(userId());
        link.setAttribute('href', url);
        setTimeout(() => link.setAttribute('href', before), 0);
    }
}

/** A click, or one with the middle button, which opens links and does nothing else. */
function onClick(act) {
    on(document, 'click auxclick', event => event.button > 1 || (around(event, event.button ? 'a[href]' : '*') && act(event)));
}

export function followClicks() {
    onClick(reportClick);
    if (isOn('link-domains')) {
        onClick(takeAlong);
    }
}

/** Forms that are sent, and nothing of what is in them. */
export function reportForms() {
    on(document, 'submit', event => {
        const form = event.target;
        // Asking the form whether it is valid would have it complain to the visitor.
        if (!form.matches(':invalid:not([novalidate])') || event.submitter?.hasAttribute('formnovalidate')) {
            record('$form_submit', {
                id: attribute(form, 'id'),
                name: attribute(form, 'name'),
                action: cut(form.getAttribute('action')),
                method: (attribute(form, 'method') || 'get').toUpperCase(),
                classes: attribute(form, 'class'),
            });
        }
    });
}
