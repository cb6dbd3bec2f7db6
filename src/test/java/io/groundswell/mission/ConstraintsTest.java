package io.groundswell.mission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConstraintsTest {
    private final ObjectMapper json = new ObjectMapper()
            .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.WRITE_ENUMS_USING_TO_STRING)
            .enable(DeserializationFeature.READ_ENUMS_USING_TO_STRING);

    @Test
    void what_is_not_set_takes_its_default() throws JsonProcessingException {
        // When
        var constraints = json.readValue("{}", Constraints.class);
        // Then
        assertThat(constraints).isEqualTo(Constraints.defaults());
        assertThat(constraints.cadence()).isEqualTo(Cadence.DAILY);
        assertThat(constraints.postsPerDay()).isEqualTo(1);
        assertThat(constraints.zone()).isEqualTo(ZoneId.of("UTC"));
        assertThat(constraints.times()).isEmpty();
        assertThat(constraints.useOptimalTimes()).isFalse();
        assertThat(constraints.requireApproval()).isNull();
        assertThat(constraints.contentTypes()).isNull();
        assertThat(constraints.earliest()).isEmpty();
    }

    @Test
    void json_holds_every_component_and_nothing_else() throws JsonProcessingException {
        // Given
        var constraints = new Constraints(
                "warm",
                Cadence.BIWEEKLY,
                3,
                List.of("09:30"),
                "Europe/Berlin",
                true,
                500L,
                List.of("pricing"),
                0.9,
                new BigDecimal("24.0"),
                true,
                "08:00",
                "20:00",
                List.of("sunday"),
                Set.of(ContentType.POLL),
                true,
                "https://example.com");
        // When
        var written = json.writeValueAsString(constraints);
        // Then
        assertThat(json.readTree(written).size()).isEqualTo(Constraints.class.getRecordComponents().length);
        assertThat(written).contains("\"cadence\":\"biweekly\"", "\"posts_per_day\":3", "\"content_types\":[\"poll\"]");
        assertThat(json.readValue(written, Constraints.class)).isEqualTo(constraints);
    }

    @Test
    void texts_are_read_as_what_they_mean() {
        // When
        var constraints = new SomeConstraints()
                .in("Asia/Kolkata")
                .at("09:30")
                .between("08:00", "20:15")
                .without("sunday", "monday")
                .build();
        // Then
        assertThat(constraints.zone()).isEqualTo(ZoneId.of("Asia/Kolkata"));
        assertThat(constraints.times()).containsExactly(LocalTime.of(9, 30));
        assertThat(constraints.earliest()).contains(LocalTime.of(8, 0));
        assertThat(constraints.latest()).contains(LocalTime.of(20, 15));
        assertThat(constraints.excluded()).containsExactly(DayOfWeek.MONDAY, DayOfWeek.SUNDAY);
    }

    @Test
    void asking_for_optimal_times_changes_nothing_else() {
        // Given
        var fixed =
                new SomeConstraints().postsPerDay(4).between("08:00", "20:00").optimal(false);
        // When
        var optimal = fixed.build().withOptimalTimes();
        // Then
        assertThat(optimal).isEqualTo(fixed.optimal(true).build());
    }
}
