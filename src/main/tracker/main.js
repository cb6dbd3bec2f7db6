import { isOn, option, token } from './setting.js';
import { attempt, guard } from './caution.js';
import { rememberConsent, requireConsent, revokeConsent } from './consent.js';
import { adopt, identify, session, userId } from './visitor.js';
import { record, set } from './record.js';
import { deliverRegularly, flush, storeWaiting } from './delivery.js';
import { followNavigation, settleTitle, showPage } from './navigation.js';
import { measureScrollDepth, measureTime } from './attention.js';
import { measureLoading, measureVitals, reportMissingPages } from './loading.js';
import { reportErrors } from './trouble.js';
import { followClicks, reportForms } from './click.js';
import { reportImpressions } from './impression.js';
import { experiment, reveal, startExperiments } from './experiment.js';

const OPTIONS = {
    heartbeat: measureTime,
    'track-scroll-depth': measureScrollDepth,
    'track-performance': measureLoading,
    'track-vitals': measureVitals,
    'track-404': reportMissingPages,
    'track-errors': reportErrors,
    'track-forms': reportForms,
};

/** What pages may call. */
const api = {
    track: record,
    page: showPage,
    identify,
    experiment,
    set,
    requireConsent,
    grantConsent() {
        rememberConsent();
        userId();
        session();
        storeWaiting();
        flush();
        startExperiments();
    },
    revokeConsent,
};

function isSwitchedOff() {
    const isDisabled = attempt(() => localStorage.getItem('aa_disabled')) === 'true';
    return !token || isDisabled || (isOn('do-not-track') && navigator.doNotTrack === '1');
}

function start() {
    if (window.aa?.track) {
        // The tag is on the page twice.
        return;
    }
    const isOff = isSwitchedOff();
    window.aa = {};
    for (const name in api) {
        // What a page calls is there in any case.
        window.aa[name] = isOff ? () => null : guard(api[name]);
    }
    guard(adopt)(window.aa.identify);
    if (isOff) {
        reveal();
        return;
    }
    const wanted = Object.keys(OPTIONS).filter(isOn).map(name => OPTIONS[name]);
    // What fails leaves the others alone.
    for (const begin of [...wanted, followClicks, followNavigation, reportImpressions, startExperiments]) {
        guard(begin)();
    }
    deliverRegularly(guard(settleTitle));
}

start();
