package io.groundswell.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.groundswell.shared.Refusal;
import io.groundswell.shared.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrandRulesTest {
    @ParameterizedTest
    @ValueSource(strings = {"https://example.com", "HTTPS://example.com/shop", "Http://example.com"})
    void a_website_is_an_address_of_the_web_however_its_scheme_is_written(String website) {
        assertThatCode(() -> BrandRules.check(withWebsite(website))).doesNotThrowAnyException();
    }

    @Test
    void no_other_address_is_a_website() {
        var refusal = catchThrowableOfType(Refusal.class, () -> BrandRules.check(withWebsite("ftp://example.com")));

        assertThat(refusal.violations())
                .containsExactly(new Violation(
                        "website", "website must be an http or https address of at most 2000 characters"));
    }

    private static BrandDescription withWebsite(String website) {
        return new BrandDescription("Beans", website, null, null, null, null, null, null);
    }
}
