package io.groundswell.generation;

import io.groundswell.content.Copy;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * One written item.
 *
 * @param targetAudience whom it addresses, in a few words
 * @param language ISO 639-1
 * @param confidence 0 to 1, how sure the writer is that a reviewer would accept it
 */
@RegisterForReflection
public record Draft(Copy copy, String topic, String targetAudience, String language, double confidence, Usage usage) {}
