package io.groundswell.tracker.flat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.NotFoundException;
import org.junit.jupiter.api.Test;

class DemoResourceTest {
    @Test
    void the_demo_is_there_where_it_is_asked_for_and_nowhere_else() {
        assertThat(new DemoResource(() -> true).get().getStatus()).isEqualTo(200);
        assertThatThrownBy(() -> new DemoResource(() -> false).get()).isInstanceOf(NotFoundException.class);
    }
}
