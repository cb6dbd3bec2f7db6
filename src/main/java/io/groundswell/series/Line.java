package io.groundswell.series;

import java.util.List;

/** The points of one entity. */
public record Line(EntityRef entity, List<Point> points) {}
