package io.groundswell.series;

import java.util.List;

/** Some videos and creators, each once, whose figures are added up. */
record Part(List<TrackedVideo> videos, List<TrackedCreator> creators) {}
