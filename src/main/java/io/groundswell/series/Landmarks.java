package io.groundswell.series;

import java.time.LocalDate;
import java.util.List;

/**
 * Where what is known begins.
 *
 * @param firstDate the first day of which anything is known, in all time; null when there is none
 */
record Landmarks(List<Baseline> baselines, LocalDate firstDate) {}
