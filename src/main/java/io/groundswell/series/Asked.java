package io.groundswell.series;

/** An entity in a question, with the parts its figures are summed from. */
record Asked(EntityRef ref, Part part) {}
