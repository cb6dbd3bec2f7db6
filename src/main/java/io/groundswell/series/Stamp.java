package io.groundswell.series;

import java.util.Set;

/**
 * The state of the database that an answer was made of.
 *
 * @param snapshot which transactions it has seen, in the database's words
 * @param tags those of what it depends on; a change that it has not seen, of one of these, makes it old
 */
record Stamp(String snapshot, Set<String> tags) {}
