package io.groundswell.sentiment;

import java.util.UUID;

/**
 * A comment that is kept.
 *
 * @param score comparative, from -5 to 5; null when the word list knows none of its words
 * @param key its place among comments of one moment
 */
public record ScoredComment(Comment comment, Double score, UUID key) {}
