package io.groundswell;

import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import java.io.InputStream;

/** What the framework is told before it starts, because it has no configuration for it. */
final class Framework {
    private Framework() {}

    static void prepare() {
        leaveAddressesToUs();
        leaveDocumentsAsBuilt();
    }

    /** It would answer with an empty 400, before {@code wire.Requests} can say what is wrong. */
    private static void leaveAddressesToUs() {
        System.setProperty("vertx.disableURIValidation", "true");
    }

    /**
     * {@code wire.openapi} serves what the build wrote. The framework would read all of that at each start and write it again, in both
     * formats, which took a tenth of the time.
     */
    private static void leaveDocumentsAsBuilt() {
        OpenApiConstants.classLoader = new ClassLoader(null) {
            @Override
            public InputStream getResourceAsStream(String name) {
                return null;
            }
        };
    }
}
