package io.groundswell.creator;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groundswell.shared.Refusal;
import io.groundswell.testing.Mapped;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BannedHandlesTest {
    @Test
    void a_list_may_be_written_with_blanks() {
        var banned = new BannedHandles(Mapped.of(
                CreatorConfig.class, Map.of("groundswell.creator.banned-handles", "foohandle, @barhandle ,")));

        for (var handle : new String[] {"foohandle", "barhandle"}) {
            assertThatThrownBy(() -> banned.refuse(handle)).as(handle).isInstanceOf(Refusal.class);
        }
        assertThatCode(() -> banned.refuse("other")).doesNotThrowAnyException();
    }
}
