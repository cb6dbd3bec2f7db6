package io.groundswell.series;

import java.util.List;

/**
 * All that is drawn.
 *
 * @param compared the entities before; empty unless that was asked for
 * @param parts what the entity is made of; empty unless that was asked for
 */
public record Lines(List<Line> main, List<Line> compared, List<Line> parts) {}
