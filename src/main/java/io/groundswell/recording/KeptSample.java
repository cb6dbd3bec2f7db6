package io.groundswell.recording;

import io.groundswell.metric.Counters;
import io.groundswell.metric.Sample;

/**
 * A snapshot as it is kept.
 *
 * @param level its counters, and those that it does not tell where they stood
 */
record KeptSample(Sample sample, Counters level) {}
