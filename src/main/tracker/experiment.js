import { isLocal, target, token } from './setting.js';
import { guard, parameter } from './caution.js';
import { isConsented } from './consent.js';
import { userId } from './visitor.js';
import { record } from './record.js';

/** The experiments that run, as far as they are known. */
let running = [];
/** What somebody was given on this page stays, whatever is learned later. */
const given = new Map();

/** 0 to 99, the same for the same text and as good as random for others: FNV-1a, with its bits mixed once more. */
function bucket(text) {
    let hash = 0x811c9dc5;
    for (let at = 0; at < text.length; at++) {
        hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    }
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    return ((hash ^ (hash >>> 13)) >>> 0) % 100;
}

/** Weights make a hundred together, so that it is one of them. */
function assign(whose, variants) {
    let rest = bucket(whose);
    for (const { key, weight } of variants) {
        rest -= weight;
        if (rest < 0) {
            return key;
        }
    }
}

/** The variant that this visitor sees, or null for an experiment that nobody knows. Tells once per page and user that it was seen. */
export function experiment(name, keys) {
    const told = Array.isArray(keys) ? keys.map(key => ({ key: String(key), weight: 100 / keys.length })) : [];
    const variants = running.find(({ key }) => key === name)?.variants || told;
    if (!variants.length) {
        return null;
    }
    const wish = parameter('aa_variant_' + name);
    const isForced = variants.some(({ key }) => key === wish);
    const whose = name + ':' + userId();
    const variant = isForced ? wish : given.get(whose) || assign(whose, variants);
    const isTold = given.has(whose);
    given.set(whose, variant);
    if (!isTold) {
        record('$experiment_exposure', { experiment: name, variant, forced: isForced || undefined });
    }
    return variant;
}

/** Shows the visitor's variants in the elements that have them. An element that has none for a variant stays as it is. */
function showVariants() {
    for (const element of document.querySelectorAll('[data-aa-experiment]')) {
        const variant = experiment(element.getAttribute('data-aa-experiment'));
        const text = variant && element.getAttribute('data-aa-variant-' + variant.toLowerCase());
        if (text !== null) {
            element.textContent = text;
        }
    }
}

/** Lets the page be seen, which may have hidden itself until its variants are in place, and tells it that it may ask for others. */
export function reveal() {
    document.documentElement.classList.remove('aa-loading');
    dispatchEvent(new Event('aa-loaded'));
}

let isAsked = false;

/** Asks once which experiments run. Without consent nobody is asked, and everybody sees the page as it is. */
export async function startExperiments() {
    if (isAsked) {
        // The page is revealed when the answer is there.
        return;
    }
    if (isLocal || !isConsented()) {
        reveal();
        return;
    }
    isAsked = true;
    try {
        const answer = await fetch(target + '/experiments/config?token=' + encodeURIComponent(token), { credentials: 'omit' });
        running = (await answer.json()).experiments || running;
        guard(showVariants)();
    } catch (unavailable) {
        // The page stays as it is.
    } finally {
        reveal();
    }
}
