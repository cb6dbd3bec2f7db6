package io.groundswell.generation.configured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groundswell.generation.language.Price;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PriceListTest {
    private static final String PREFIX = "groundswell.generation.claude";
    private final PriceList prices = new PriceList();

    @Test
    void a_set_price_goes_before_the_list() {
        assertThat(prices.text(PREFIX, "claude-sonnet-4-5", Optional.of(BigDecimal.ONE), Optional.of(BigDecimal.TEN)))
                .isEqualTo(new Price(BigDecimal.ONE, BigDecimal.TEN));
        assertThat(prices.text(PREFIX, "claude-sonnet-4-5", Optional.empty(), Optional.empty()))
                .isEqualTo(new Price(new BigDecimal(300), new BigDecimal(1500)));
        assertThat(prices.image(PREFIX, "gpt-image-1", "medium", Optional.empty()))
                .isEqualByComparingTo("6.3");
    }

    @Test
    void a_model_without_a_price_is_not_called() {
        assertThatThrownBy(() -> prices.text(PREFIX, "claude-next", Optional.empty(), Optional.empty()))
                .hasMessageContaining("claude-next")
                .hasMessageContaining("groundswell.generation.claude.input-cents");
        assertThatThrownBy(() -> prices.image(PREFIX, "gpt-image-1", "auto", Optional.empty()))
                .hasMessageContaining("groundswell.generation.claude.image-cents");
    }

    @Test
    void half_a_price_is_none() {
        assertThatThrownBy(
                        () -> prices.text(PREFIX, "claude-sonnet-4-5", Optional.of(BigDecimal.ONE), Optional.empty()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_price_below_nothing_is_refused() {
        assertThatThrownBy(() -> prices.text(PREFIX, "m", Optional.of(new BigDecimal(-1)), Optional.of(BigDecimal.ONE)))
                .hasMessageContaining("negative");
    }
}
