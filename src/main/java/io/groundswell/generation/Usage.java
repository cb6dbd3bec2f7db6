package io.groundswell.generation;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Locale;

/** What one provider call used and cost; {@code costCents} is the real cost, which may differ from the estimate. */
@RegisterForReflection
public record Usage(String provider, Kind kind, String model, long tokens, int images, long costCents) {

    public enum Kind {
        LLM,
        IMAGE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
