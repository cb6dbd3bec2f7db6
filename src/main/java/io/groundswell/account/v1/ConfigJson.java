package io.groundswell.account.v1;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.account.OrganizationConfig;
import io.groundswell.wire.openapi.Describes;
import io.quarkus.jackson.ObjectMapperCustomizer;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.util.List;

/** The one name of the configuration that Java does not allow. */
@Singleton
class ConfigJson implements ObjectMapperCustomizer {
    /** Registered: Jackson looks at it in another's place, which the native build cannot see. */
    @RegisterForReflection
    @Describes(OrganizationConfig.Escalation.class)
    abstract static class Escalation {
        @JsonProperty("notify")
        List<String> notified;
    }

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.addMixIn(OrganizationConfig.Escalation.class, Escalation.class);
    }
}
