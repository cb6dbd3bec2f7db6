import { guard, on } from './caution.js';
import { view } from './view.js';
import { record } from './record.js';
import { onArrival, onDeparture } from './navigation.js';

function navigationTiming() {
    return performance.getEntriesByType('navigation')[0];
}

/** How long the page took to load. */
export function measureLoading() {
    const tell = () => {
        const timing = navigationTiming();
        record('$performance', {
            perf_dns: Math.round(timing.domainLookupEnd - timing.domainLookupStart),
            perf_tcp: Math.round(timing.connectEnd - timing.connectStart),
            perf_ttfb: Math.round(timing.responseStart),
            perf_dom_interactive: Math.round(timing.domInteractive),
            perf_dom_complete: Math.round(timing.domComplete),
            perf_load: Math.round(timing.loadEventEnd),
        });
    };
    // The end of the load event is known after it.
    const tellSoon = () => setTimeout(guard(tell));
    if (document.readyState === 'complete') {
        tellSoon();
    } else {
        on(window, 'load', tellSoon);
    }
}

/** Largest paint, shift of layout, slowest answer to the visitor: told when the page is first left. */
export function measureVitals() {
    const vitals = {};
    // A browser that does not measure one of them leaves it out.
    const observe = (type, act) => {
        const observer = new PerformanceObserver(list => list.getEntries().forEach(guard(act)));
        observer.observe({ type, buffered: true, durationThreshold: 16 });
    };
    const shift = { value: 0, first: 0, last: -Infinity };

    observe('largest-contentful-paint', entry => {
        vitals.cwv_lcp = Math.round(entry.startTime);
    });
    observe('layout-shift', entry => {
        if (entry.hadRecentInput) {
            return;
        }
        // Shifts less than a second apart, within five seconds, are one.
        const goesOn = entry.startTime - shift.last < 1000 && entry.startTime - shift.first < 5000;
        shift.value = goesOn ? shift.value + entry.value : entry.value;
        shift.first = goesOn ? shift.first : entry.startTime;
        shift.last = entry.startTime;
        vitals.cwv_cls = Math.max(vitals.cwv_cls, Math.round(shift.value * 10000) / 10000);
    });
    if (PerformanceObserver.supportedEntryTypes.includes('layout-shift')) {
        // A page on which nothing shifts is a good one.
        vitals.cwv_cls = 0;
    }
    observe('event', entry => {
        if (entry.interactionId) {
            vitals.cwv_inp = Math.max(vitals.cwv_inp || 0, Math.round(entry.duration));
        }
    });

    let isTold = false;
    onDeparture(() => {
        if (!isTold && Object.keys(vitals).length) {
            isTold = true;
            record('$web_vitals', vitals);
        }
    });
}

/** Pages that say, or whose answer said, that there is nothing there. */
export function reportMissingPages() {
    let isFirst = true;
    onArrival(() => {
        const arrived = view;
        const look = answered => {
            if (view === arrived && (answered === 404 || document.querySelector('meta[name="aa-status"][content="404"]'))) {
                record('$404');
            }
        };
        if (isFirst) {
            isFirst = false;
            look(navigationTiming()?.responseStatus);
        } else {
            // An application shows the new page in a moment.
            setTimeout(look, 500);
        }
    });
}
