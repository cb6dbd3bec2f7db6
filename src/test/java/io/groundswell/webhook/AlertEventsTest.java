package io.groundswell.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.alert.AlertEvents;
import io.groundswell.alert.AlertKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AlertEventsTest {
    @ParameterizedTest
    @EnumSource
    void an_endpoint_can_ask_for_each_kind_of_alert(AlertKind kind) {
        assertThat(EventTypes.KNOWN).contains(AlertEvents.of(kind));
    }
}
