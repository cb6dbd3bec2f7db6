package io.groundswell.generation;

import java.util.List;

/** The providers that are configured, in the order in which they are asked. */
public interface Roster {
    List<Writer> writers();

    List<Illustrator> illustrators();
}
