import { guard } from './caution.js';
import { declared } from './click.js';
import { record } from './record.js';
import { onArrival } from './navigation.js';

const LOOK_EVERY_MS = 1000;

/** Elements with `data-aa-impression` that somebody can see half of, once per page; also such as come later. */
export function reportImpressions() {
    const known = new Set();
    const seen = ({ isIntersecting, target }) => {
        if (isIntersecting) {
            observer.unobserve(target);
            const name = target.getAttribute('data-aa-impression');
            record('$impression', { ...declared(target, 'impression'), name });
        }
    };
    const observer = new IntersectionObserver(guard(entries => entries.forEach(seen)), { threshold: 0.5 });
    const look = () => {
        for (const element of document.querySelectorAll('[data-aa-impression]')) {
            if (!known.has(element)) {
                known.add(element);
                observer.observe(element);
            }
        }
    };
    look();
    // Looking is cheaper than being told of every change of the page.
    setInterval(look, LOOK_EVERY_MS);
    // What is there yet may be of the page before, so the next page is looked at in a moment.
    onArrival(() => {
        observer.disconnect();
        known.clear();
    });
}
