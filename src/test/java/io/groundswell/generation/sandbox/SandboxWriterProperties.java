package io.groundswell.generation.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.groundswell.content.Copy;
import io.groundswell.generation.Brand;
import io.groundswell.generation.Plan;
import io.groundswell.generation.PlanBrief;
import io.groundswell.mission.ContentType;
import io.groundswell.mission.Platform;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

class SandboxWriterProperties {
    private static final SandboxWriter WRITER = new SandboxWriter();
    private static final Set<String> FUNCTION_WORDS =
            Set.copyOf(Text.words("how what why who can could to for and or of a"
                    + " an the is are be been with by in on at from that this our we so when where matters"));

    @Property(tries = 300)
    void a_text_fits_its_limit_and_is_always_the_same(
            @ForAll("pairs") Briefs briefs,
            @ForAll @IntRange(max = 5000) int number,
            @ForAll @IntRange(min = 120, max = 3000) int limit) {
        Briefs limited = briefs.limit(limit);
        Copy copy = WRITER.write(limited.number(number)).copy();
        assertThat(Briefs.rendered(copy)).isNotEmpty().allMatch(part -> Text.length(part) <= limit);
        assertThat(Briefs.everything(copy))
                .noneMatch(text -> text.contains("  ") || text.contains("..") || text.contains("{"));
        assertThat(new SandboxWriter().write(limited.number(number)).copy()).isEqualTo(copy);
    }

    @Property(tries = 200)
    void any_topic_can_be_written_about(
            @ForAll("pairs") Briefs briefs,
            @ForAll @StringLength(max = 80) String topic,
            @ForAll @IntRange(max = 50) int number) {
        Copy copy = WRITER.write(briefs.topic(topic).number(number)).copy();
        assertThat(Briefs.rendered(copy)).isNotEmpty().allMatch(part -> Text.length(part) <= briefs.limit());
    }

    @Property(tries = 4)
    void no_two_of_two_thousand_items_read_alike(
            @ForAll("pairs") Briefs briefs, @ForAll @IntRange(max = 10_000) int first) {
        Set<List<String>> seen = new HashSet<>();
        for (int number = first; number < first + 2000; number++) {
            Copy copy = WRITER.write(briefs.number(number)).copy();
            assertThat(seen.add(copy.primary() == null ? copy.threadParts() : List.of(copy.primary())))
                    .isTrue();
        }
    }

    @Property(tries = 200)
    void excluded_topics_never_come_up(
            @ForAll("pairs") Briefs briefs,
            @ForAll("exclusions") Set<String> excluded,
            @ForAll @IntRange(max = 500) int number) {
        Copy copy = WRITER.write(briefs.excluding(List.copyOf(excluded)).number(number))
                .copy();
        Exclusions exclusions = Exclusions.of(List.copyOf(excluded), List.of(), List.of());
        assertThat(Briefs.everything(copy)).noneMatch(exclusions::touch);
        assertThat(copy.hashtags()).noneMatch(exclusions::touch);
    }

    @Property(tries = 200)
    void a_plan_adds_up(
            @ForAll @StringLength(max = 200) String objective,
            @ForAll Set<ContentType> allowed,
            @ForAll @IntRange(max = 60) int cycle) {
        Plan plan = WRITER.plan(new PlanBrief(
                "ref",
                "mis_1",
                "Spring",
                null,
                List.of(objective),
                Briefs.ACME,
                null,
                Stream.of(Platform.values())
                        .filter(platform ->
                                allowed.isEmpty() || allowed.stream().anyMatch(type -> type.fits(platform)))
                        .toList(),
                allowed,
                List.of("jargon"),
                cycle,
                List.of()));
        assertThat(plan.pillars())
                .hasSizeBetween(2, 5)
                .allMatch(pillar -> pillar.topics().size() >= 3);
        assertThat(plan.pillars().stream().mapToDouble(Plan.Pillar::weight).sum())
                .isCloseTo(1, within(1e-9));
        plan.formatMix().forEach((platform, mix) -> {
            assertThat(mix.keySet()).allMatch(type -> type.fits(platform));
            assertThat(mix.values().stream().mapToDouble(share -> share).sum()).isCloseTo(1, within(1e-9));
        });
    }

    @Property(tries = 500)
    void pillars_and_topics_are_no_fragments(
            @ForAll("objectives") String objective, @ForAll @IntRange(max = 9) int cycle) {
        Plan plan = WRITER.plan(new PlanBrief(
                "ref",
                "mis_2",
                "Summer",
                null,
                List.of(objective),
                Brand.neutral(null),
                null,
                List.of(Platform.TWITTER),
                Set.of(),
                List.of(),
                cycle,
                List.of()));
        assertThat(plan.pillars().stream().map(Plan.Pillar::name))
                .doesNotHaveDuplicates()
                .noneMatch(SandboxWriterProperties::isFragment);
        assertThat(plan.pillars().stream().flatMap(pillar -> pillar.topics().stream()))
                .noneMatch(SandboxWriterProperties::isFragment);
    }

    private static boolean isFragment(String phrase) {
        List<String> words = Text.words(phrase.toLowerCase(Locale.ROOT));
        return words.size() > 9
                || FUNCTION_WORDS.contains(words.get(0))
                || FUNCTION_WORDS.contains(words.get(words.size() - 1));
    }

    @Provide
    Arbitrary<String> objectives() {
        List<String> words = Text.words(
                "show help raise grow launch explain developers parents our the new how what why"
                        + " can be is to for and of a with about around simple data privacy self-hosting testing API mobile app"
                        + " awareness leads more by 20% in Europe on LinkedIn matters better faster ship understand, that we so");
        return Arbitraries.of(words).list().ofMinSize(1).ofMaxSize(12).map(some -> String.join(" ", some));
    }

    @Provide
    Arbitrary<Briefs> pairs() {
        List<Briefs> all = List.of(Platform.values()).stream()
                .flatMap(platform -> List.of(ContentType.values()).stream()
                        .filter(type -> type.fits(platform))
                        .map(type -> Briefs.of(platform, type)))
                .toList();
        Arbitrary<String> tones = Arbitraries.of("casual", "professional", "playful", "bold", "plain", "inspiring");
        return Arbitraries.of(all).flatMap(briefs -> tones.map(briefs::tone));
    }

    @Provide
    Arbitrary<Set<String>> exclusions() {
        return Arbitraries.of(
                        "api",
                        "Work",
                        "plan",
                        "team",
                        "small teams",
                        "design",
                        "GOAL",
                        "step",
                        "craft",
                        "learning",
                        "people")
                .set()
                .ofMinSize(1)
                .ofMaxSize(4);
    }
}
