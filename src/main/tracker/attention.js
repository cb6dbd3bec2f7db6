import { isOn, option } from './setting.js';
import { on } from './caution.js';
import { record } from './record.js';
import { onArrival, onDeparture } from './navigation.js';

const SHORTEST_BEAT_SECONDS = 15;

/** Seconds in which the page is visible. What was told is not told again: the seconds of a page add up. */
export function measureTime() {
    const beatMs = Math.max(SHORTEST_BEAT_SECONDS, parseInt(option('heartbeat'), 10) || 0) * 1000;
    let seenMs = 0;
    /** When we last looked at the clock; no number while the page is hidden. */
    let since;

    // A machine that sleeps does not beat: no more than one beat is counted at once.
    function beat() {
        const now = performance.now();
        seenMs += Math.min(now - since, beatMs) || 0;
        since = document.hidden ? NaN : now;
    }

    setInterval(beat, beatMs);
    on(document, 'visibilitychange', beat);
    onArrival(() => {
        beat();
        seenMs = 0;
    });
    onDeparture(() => {
        beat();
        const seconds = Math.round(seenMs / 1000);
        if (seconds > 0) {
            seenMs = 0;
            record('$time_on_page', { time_on_page: seconds });
        }
    });
}

/** How far down the page was seen, in percent; told when it is left, and again when it was seen further down afterwards. */
export function measureScrollDepth() {
    let deepest = 0;
    let told = 0;

    function look() {
        const seen = ((scrollY + innerHeight) / document.documentElement.scrollHeight) * 100;
        deepest = Math.max(deepest, Math.min(100, Math.round(seen)));
    }

    on(window, 'scroll', look);
    onArrival(() => {
        deepest = told = 0;
        // An application shows the new page, and scrolls to its top, in a moment.
        setTimeout(look, 500);
    });
    onDeparture(() => {
        look();
        if (deepest > told) {
            told = deepest;
            record('$scroll_depth', { scroll_depth: deepest });
        }
    });
}
