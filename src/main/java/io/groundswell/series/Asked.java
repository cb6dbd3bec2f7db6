package io.groundswell.series;

/** Something with figures, and what it is made of. */
record Asked(EntityRef ref, Part part) {}
