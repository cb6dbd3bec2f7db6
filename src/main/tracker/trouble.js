import { cut, on } from './caution.js';
import { record } from './record.js';
import { onArrival } from './navigation.js';
import { clean } from './view.js';

const MOST_ON_A_PAGE = 5;

/** Errors of the page's scripts: few of each page, and none of them twice. */
export function reportErrors() {
    const told = new Set();
    onArrival(() => told.clear());

    function tell(message, source, line, col) {
        const text = cut(message);
        const key = [text, source, line].join();
        if (told.size < MOST_ON_A_PAGE && !told.has(key)) {
            told.add(key);
            record('$error', { message: text, source: clean(source || ''), line: line || 0, col: col || 0 });
        }
    }

    on(window, 'error', event => {
        // Images that do not load pass here, too, and have no message.
        if (event.message) {
            tell(event.message, event.filename, event.lineno, event.colno);
        }
    });
    on(window, 'unhandledrejection', ({ reason, type }) => tell(reason?.message || reason || type));
}
