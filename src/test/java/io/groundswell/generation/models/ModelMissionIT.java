package io.groundswell.generation.models;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.groundswell.testing.Api;
import io.groundswell.testing.Missions;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The models as the server is shipped: the packaged jar, or the native executable when one was built. */
@QuarkusIntegrationTest
@WithTestResource(TestDatabase.class)
@WithTestResource(ProviderServer.class)
class ModelMissionIT {
    @BeforeEach
    void begin() {
        ProviderServer.reset();
    }

    @ParameterizedTest
    @CsvSource({"claude,claude-sonnet-4-5", "openai,gpt-4.1-mini", "ollama,llama3.2"})
    void a_mission_is_written_by_each_and_drawn(String provider, String model) {
        // Given
        var organization = Api.organization();
        as(organization.live())
                .body(Map.of("config", Map.of("provider_routing", Map.of("llm_preference", provider))))
                .put("/v1/tenant")
                .then()
                .statusCode(200);
        // When
        var mission = Missions.start(organization.live(), 2, Map.of());
        Api.work();
        // Then
        Missions.status(organization.live(), mission)
                .body("pipeline.progress_percent", equalTo(100))
                .body("pipeline.error", nullValue());
        assertThat(Missions.content(organization.live(), mission)).isNotEmpty().allSatisfy(item -> assertThat(item)
                .extracting("metadata.generation_model")
                .isEqualTo(model));
        assertThat(ProviderServer.book(provider)).isNotEmpty();
    }
}
