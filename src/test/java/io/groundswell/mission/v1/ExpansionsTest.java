package io.groundswell.mission.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.mission.MissionStatus;
import io.groundswell.mission.Platform;
import io.groundswell.shared.Kind;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Refusal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExpansionsTest {
    private final Expansions expansions = new Expansions(List.of(new Stars()));

    private static final class Stars implements MissionExpansion {
        @Override
        public String name() {
            return "content";
        }

        @Override
        public String scope() {
            return "content:read";
        }

        @Override
        public Map<String, Object> expand(Owner owner, List<String> missionIds) {
            return Map.of();
        }
    }

    @Test
    void a_documented_name_finds_who_fills_it() {
        assertThat(expansions.named("content")).hasSize(1).first().isInstanceOf(Stars.class);
        assertThat(expansions.named(null)).isEmpty();
    }

    @Test
    void names_that_are_unknown_or_that_nobody_fills_are_refused() {
        for (var name : List.of("friends", "analytics", "content,analytics", "")) {
            var refusal = catchThrowableOfType(Refusal.class, () -> expansions.named(name));
            assertThat(refusal.code().kind()).isEqualTo(Kind.INVALID);
            assertThat(refusal.violations().get(0).param()).isEqualTo("expand");
        }
    }

    @Test
    void what_is_expanded_stands_beside_the_other_fields() {
        // Given
        var row = new MissionRow(
                "msn_1", "Launch", MissionStatus.DRAFT, List.of(Platform.BLOG), null, null, null, Map.of("content", 5));
        // When
        JsonNode json = new ObjectMapper().valueToTree(row);
        // Then
        assertThat(json.path("content").intValue()).isEqualTo(5);
        assertThat(json.has("expanded")).isFalse();
    }
}
