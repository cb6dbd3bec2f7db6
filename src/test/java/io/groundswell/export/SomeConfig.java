package io.groundswell.export;

import java.time.Duration;
import java.util.Optional;

record SomeConfig(Duration retention, int maxRows, long maxBytes, long maxKeptBytes, Optional<String> mailFrom)
        implements ExportConfig {
    static SomeConfig allowing(int rows, long bytes) {
        return new SomeConfig(Duration.ofHours(24), rows, bytes, Long.MAX_VALUE, Optional.empty());
    }
}
