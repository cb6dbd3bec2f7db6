package io.groundswell.generation.models;

import static io.groundswell.generation.models.ProviderServer.book;
import static io.groundswell.generation.models.ProviderServer.next;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.groundswell.content.ContentRules;
import io.groundswell.content.Copy;
import io.groundswell.content.Visual;
import io.groundswell.generation.Brand;
import io.groundswell.generation.Draft;
import io.groundswell.generation.IllustrationBrief;
import io.groundswell.generation.Illustrator;
import io.groundswell.generation.ProviderFailure;
import io.groundswell.generation.Roster;
import io.groundswell.generation.Writer;
import io.groundswell.generation.WritingBrief;
import io.groundswell.mission.ContentType;
import io.groundswell.mission.Platform;
import io.groundswell.testing.TestDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each adapter against a server that speaks its protocol: what it sends, and what it makes of the answers. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(ProviderServer.class)
class AdapterTest {
    @Inject
    Roster roster;

    @Inject
    ContentRules rules;

    @Inject
    MeterRegistry metrics;

    @BeforeEach
    void begin() {
        ProviderServer.reset();
    }

    private Writer writer(String provider) {
        return roster.writers().stream()
                .filter(writer -> writer.provider().equals(provider))
                .findFirst()
                .orElseThrow();
    }

    private Illustrator illustrator() {
        return roster.illustrators().get(0);
    }

    private static WritingBrief brief(Platform platform, ContentType type, String link) {
        return new WritingBrief(
                "cnt_1:write:1:1",
                "cnt_1",
                0,
                1,
                "Spring",
                List.of("Be known"),
                Brand.neutral("Acme"),
                null,
                "Craft",
                "API design",
                platform,
                type,
                platform == Platform.TWITTER ? 280 : 3_000,
                List.of(),
                false,
                link,
                null);
    }

    private ProviderFailure failure(String provider) {
        return catchThrowableOfType(
                ProviderFailure.class, () -> writer(provider).write(brief(Platform.TWITTER, ContentType.POST, null)));
    }

    @Test
    void they_are_asked_in_the_documented_order() {
        assertThat(roster.writers()).extracting(Writer::provider).containsExactly("claude", "openai", "ollama");
    }

    @ParameterizedTest
    @CsvSource({
        "twitter, POST",
        "twitter, THREAD",
        "twitter, POLL",
        "linkedin, CAROUSEL",
        "instagram, REEL",
        "instagram, STORY",
        "blog, ARTICLE",
        "youtube, VIDEO"
    })
    void every_type_is_written_by_every_provider_within_the_rules(String platformName, ContentType type) {
        var platform = Platform.valueOf(platformName.toUpperCase(java.util.Locale.ROOT));
        for (var writer : roster.writers()) {
            // When
            var draft = writer.write(brief(platform, type, null));
            // Then
            assertThat(rules.violations(platform, type, draft.copy(), List.of()))
                    .filteredOn(violation -> !violation.param().equals("visuals"))
                    .isEmpty();
            assertThat(draft.confidence()).isEqualTo(0.9);
            assertThat(draft.usage().tokens()).isEqualTo(Replies.IN + Replies.OUT);
            assertThat(draft.usage().costCents())
                    .isLessThanOrEqualTo(writer.estimateCents(brief(platform, type, null)));
        }
    }

    @Test
    void claude_is_made_to_use_the_form_as_a_tool() {
        // When
        writer("claude").write(brief(Platform.TWITTER, ContentType.THREAD, null));
        // Then
        var request = book("claude").get(0);
        var body = Replies.read(request.body());
        assertThat(request.path()).isEqualTo("/claude/v1/messages");
        assertThat(request.header("x-api-key")).isEqualTo(ProviderServer.CLAUDE_KEY);
        assertThat(request.header("anthropic-version")).isEqualTo("2023-06-01");
        assertThat(body.at("/model").asText()).isEqualTo("claude-sonnet-4-5");
        assertThat(body.at("/max_tokens").asInt()).isEqualTo(4_000);
        assertThat(body.at("/tool_choice/type").asText()).isEqualTo("tool");
        assertThat(body.at("/tool_choice/name").asText()).isEqualTo("answer");
        assertThat(body.at("/tools/0/input_schema/required").toString()).contains("parts", "confidence");
    }

    @Test
    void openai_is_held_to_a_strict_schema() {
        // When
        writer("openai").write(brief(Platform.TWITTER, ContentType.POST, null));
        // Then
        var request = book("openai").get(0);
        var body = Replies.read(request.body());
        assertThat(request.path()).isEqualTo("/openai/v1/chat/completions");
        assertThat(request.header("authorization")).isEqualTo("Bearer " + ProviderServer.OPENAI_KEY);
        assertThat(request.header("x-client-request-id")).isEqualTo("cnt_1:write:1:1");
        assertThat(body.at("/response_format/json_schema/strict").asBoolean()).isTrue();
        assertThat(body.at("/response_format/json_schema/schema/additionalProperties")
                        .asText())
                .isEqualTo("false");
        assertThat(body.at("/max_completion_tokens").asInt()).isEqualTo(4_000);
        assertThat(body.has("max_tokens")).isFalse();
    }

    @Test
    void ollama_needs_no_key_and_knows_the_older_limit() {
        // When
        var draft = writer("ollama").write(brief(Platform.TWITTER, ContentType.POST, null));
        // Then
        var request = book("ollama").get(0);
        var body = Replies.read(request.body());
        assertThat(request.headers()).doesNotContainKey("authorization");
        assertThat(body.at("/model").asText()).isEqualTo("llama3.2");
        assertThat(body.at("/max_tokens").asInt()).isEqualTo(4_000);
        assertThat(body.has("max_completion_tokens")).isFalse();
        assertThat(body.at("/response_format/type").asText()).isEqualTo("json_schema");
        assertThat(draft.usage().costCents()).isZero();
    }

    @Test
    void parts_of_a_thread_are_numbered_by_us() {
        // Given
        next("claude", Replies.with("parts", List.of("1/3 One.", "Two.", "(3/3) Three.")));
        // When
        var draft = writer("claude").write(brief(Platform.TWITTER, ContentType.THREAD, null));
        // Then
        assertThat(draft.copy().threadParts()).containsExactly("1/3 One.", "2/3 Two.", "3/3 Three.");
    }

    @Test
    void a_part_that_begins_with_a_fraction_keeps_it() {
        // Given
        next("claude", Replies.with("parts", List.of("24/7 support is no luxury.", "2/ Two.", "1/2 of it is sleep.")));
        // When
        var draft = writer("claude").write(brief(Platform.TWITTER, ContentType.THREAD, null));
        // Then
        assertThat(draft.copy().threadParts())
                .containsExactly("1/3 24/7 support is no luxury.", "2/3 Two.", "3/3 1/2 of it is sleep.");
    }

    @Test
    void numbers_of_parts_go_also_where_they_were_miscounted() {
        // Given
        next("claude", Replies.with("parts", List.of("A thread.", "1/4 One.", "2/4 Two.")));
        // When
        var draft = writer("claude").write(brief(Platform.TWITTER, ContentType.THREAD, null));
        // Then
        assertThat(draft.copy().threadParts()).containsExactly("1/3 A thread.", "2/3 One.", "3/3 Two.");

        // Given
        next("claude", Replies.with("parts", List.of("1/3 of all.", "2/3 of them.", "Three.", "Four.")));
        // When
        draft = writer("claude").write(brief(Platform.TWITTER, ContentType.THREAD, null));
        // Then
        assertThat(draft.copy().threadParts())
                .containsExactly("1/4 1/3 of all.", "2/4 2/3 of them.", "3/4 Three.", "4/4 Four.");
    }

    @Test
    void confidence_is_believed_as_far_as_it_is_a_share() {
        // Given
        next("claude", Replies.with("confidence", 7), Replies.with("confidence", -1));
        // Then
        assertThat(draft().confidence()).isOne();
        assertThat(draft().confidence()).isZero();
    }

    private Draft draft() {
        return writer("claude").write(brief(Platform.TWITTER, ContentType.POST, null));
    }

    @Test
    void what_a_platform_would_not_take_is_told_to_the_model() {
        // Given
        next("openai", Replies.with("text", "long ".repeat(80)));
        // When
        var draft = writer("openai").write(brief(Platform.TWITTER, ContentType.POST, null));
        // Then
        assertThat(draft.copy().primary()).hasSizeLessThan(280);
        assertThat(book("openai").get(1).body()).contains("where twitter takes 280");
    }

    @Test
    void a_link_that_is_missing_is_asked_for() {
        // Given
        var link = "https://acme.example/start";
        next("claude", Replies::well, Replies.with("call_to_action", "Start at " + link));
        // When
        var draft = writer("claude").write(brief(Platform.TWITTER, ContentType.POST, link));
        // Then
        assertThat(draft.copy().cta()).endsWith(link);
        assertThat(book("claude")).hasSize(2);
    }

    @Test
    void a_link_that_comes_back_as_it_stood_between_its_tags_is_the_link() {
        // Given
        next("claude", Replies.with("call_to_action", "Start at https://acme.example/start?from=x&amp;to=y"));
        // When
        var draft = writer("claude")
                .write(brief(Platform.TWITTER, ContentType.POST, "https://acme.example/start?from=x&to=y"));
        // Then
        assertThat(draft.copy().cta()).isEqualTo("Start at https://acme.example/start?from=x&to=y");
        assertThat(book("claude")).singleElement().satisfies(request -> assertThat(request.body())
                .contains("&amp; stands for &"));
    }

    @Test
    void a_thread_in_which_the_link_has_no_room_is_asked_for_shorter() {
        // Given
        var call = "Start at https://acme.example/start";
        next(
                "claude",
                Replies.with(Map.of("parts", List.of("One.", "Two.", "x".repeat(260)), "call_to_action", call)),
                Replies.with("call_to_action", call));
        // When
        var draft = writer("claude").write(brief(Platform.TWITTER, ContentType.THREAD, "https://acme.example/start"));
        // Then
        assertThat(book("claude")).hasSize(2);
        assertThat(book("claude").get(1).body()).contains("do not fit below the last part");
        assertThat(rules.closingFits(Platform.TWITTER, ContentType.THREAD, draft.copy()))
                .isTrue();
        assertThat(draft.copy().cta()).isEqualTo(call);
    }

    @Test
    void a_thread_that_has_the_link_in_a_part_may_be_too_long_for_its_call_to_action() {
        // Given
        var link = "https://acme.example/start";
        next("claude", Replies.with("parts", List.of("See " + link, "Two.", "x".repeat(270))));
        // When
        writer("claude").write(brief(Platform.TWITTER, ContentType.THREAD, link));
        // Then
        assertThat(book("claude")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"claude", "openai", "ollama"})
    void an_answer_outside_of_the_protocol_is_paid_at_its_dearest(String provider) {
        // Given
        next(provider, request -> ProviderServer.Answer.ok("<html>"), request -> ProviderServer.Answer.ok("{}"));
        // When
        var failure = failure(provider);
        // Then
        assertThat(failure.isPermanent()).isFalse();
        assertThat(failure).hasMessageContaining("the answer is not one JSON object");
        assertThat(failure.usage().tokens()).isGreaterThan(8_000);
        assertThat(failure.usage().costCents())
                .isLessThanOrEqualTo(writer(provider).estimateCents(brief(Platform.TWITTER, ContentType.POST, null)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"claude", "openai", "ollama"})
    void what_is_declined_is_not_asked_again(String provider) {
        // Given
        next(provider, Replies.declined());
        // When
        var failure = failure(provider);
        // Then
        assertThat(failure).hasMessage(provider + " declines to write this");
        assertThat(failure.isPermanent()).isTrue();
        assertThat(failure.usage().tokens()).isEqualTo(Replies.IN + Replies.OUT);
        assertThat(book(provider)).hasSize(1);
    }

    @Test
    void calls_and_costs_are_counted() {
        // Given
        var calls =
                metrics.timer("groundswell.provider.calls", "provider", "claude", "kind", "llm", "outcome", "answered");
        var before = calls.count();
        // When
        draft();
        // Then
        assertThat(calls.count()).isEqualTo(before + 1);
        assertThat(metrics.counter(
                                "groundswell.provider.cost.cents",
                                "provider",
                                "claude",
                                "kind",
                                "llm",
                                "model",
                                "claude-sonnet-4-5")
                        .count())
                .isPositive();
    }

    private static IllustrationBrief carousel() {
        var copy = new Copy(
                "Caption", "One", "One", "One\nTwo\nThree", null, null, null, "A desk", null, null, null, null);
        return new IllustrationBrief(
                "cnt_1:draw:1:1", "cnt_1", 1, Platform.LINKEDIN, ContentType.CAROUSEL, copy, Brand.neutral("Acme"));
    }

    @Test
    void slides_are_drawn_one_by_one_in_one_size_each_with_its_own_words() {
        // When
        var gallery = illustrator().illustrate(carousel());
        // Then
        assertThat(gallery.illustrations())
                .extracting(slide -> slide.type() + " " + slide.position() + " " + slide.altText())
                .containsExactly(
                        "carousel_slide 1 Slide 1 of 3: One",
                        "carousel_slide 2 Slide 2 of 3: Two",
                        "carousel_slide 3 Slide 3 of 3: Three");
        assertThat(gallery.illustrations())
                .extracting(slide -> slide.dimensions())
                .containsOnly(new Visual.Dimensions(96, 64));
        assertThat(gallery.usage().costCents()).isEqualTo(19);
        assertThat(illustrator().estimateCents(carousel())).isEqualTo(19);
        assertThat(book("images")).hasSize(3).allSatisfy(request -> {
            var body = Replies.read(request.body());
            assertThat(body.at("/size").asText()).isEqualTo("1024x1024");
            assertThat(body.at("/quality").asText()).isEqualTo("medium");
            assertThat(body.has("response_format")).isFalse();
        });
        assertThat(book("images").get(1).body()).contains("<headline>Two</headline>", "&amp; stands for &");
    }

    @Test
    void slides_that_were_drawn_before_one_failed_are_paid_for() {
        // Given
        next("images", Replies::well, Replies::well, Replies.limited("20"));
        // When
        var failure =
                catchThrowableOfType(ProviderFailure.class, () -> illustrator().illustrate(carousel()));
        // Then
        assertThat(failure.retryAfter()).hasSeconds(20);
        assertThat(failure.usage().images()).isEqualTo(2);
        assertThat(failure.usage().costCents()).isEqualTo(13);
    }

    @Test
    void slides_of_different_sizes_are_no_carousel() {
        // Given
        next("images", Replies::well, request -> ProviderServer.Answer.ok(Replies.picture(Pictures.png(64, 64))));
        // When
        var failure =
                catchThrowableOfType(ProviderFailure.class, () -> illustrator().illustrate(carousel()));
        // Then
        assertThat(failure).hasMessageContaining("different sizes");
        assertThat(failure.usage().images()).isEqualTo(3);
    }

    @Test
    void more_pictures_than_asked_for_are_paid_for_as_well() {
        // Given
        var png = Pictures.png(96, 64);
        next("images", request -> ProviderServer.Answer.ok(Replies.picture(png, png)));
        // When
        var gallery = illustrator().illustrate(carousel());
        // Then
        assertThat(gallery.usage().images()).isEqualTo(4);
        assertThat(gallery.usage().costCents()).isEqualTo(26);
    }

    @Test
    void what_is_no_picture_is_paid_for_and_tried_again() {
        // Given
        next("images", request -> ProviderServer.Answer.ok(Replies.picture("GIF89a".getBytes())));
        // When
        var failure =
                catchThrowableOfType(ProviderFailure.class, () -> illustrator().illustrate(carousel()));
        // Then
        assertThat(failure.isPermanent()).isFalse();
        assertThat(failure.usage().images()).isOne();
    }
}
