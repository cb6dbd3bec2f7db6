package io.groundswell.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.groundswell.metric.Sum;
import io.groundswell.series.Worlds.Case;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is drawn is what the contract says, whatever is asked of whatever there is. */
class DrawingProperties {

    @Provide
    Arbitrary<Case> cases() {
        return Arbitraries.randomValue(Worlds::any);
    }

    static Question question(Wish wish) {
        var metric = Metric.valueOf(wish.metric().toUpperCase(Locale.ROOT));
        var granularity = Granularity.valueOf(wish.granularity().toUpperCase(Locale.ROOT));
        var today = wish.now().atZone(wish.zone()).toLocalDate();
        var to = wish.to() == null || wish.to().isAfter(today) ? today : wish.to();
        return new Question(
                EntityType.valueOf(wish.entity().toUpperCase(Locale.ROOT)),
                wish.ids(),
                metric,
                wish.base() == null ? null : Metric.valueOf(wish.base().toUpperCase(Locale.ROOT)),
                metric.isRate() ? Reading.RATE : Reading.valueOf(wish.mode().toUpperCase(Locale.ROOT)),
                granularity,
                wish.bucketDays() == null ? 0 : wish.bucketDays(),
                new Span(wish.from() == null ? to.minusDays(30) : wish.from(), to),
                wish.zone(),
                today,
                wish.compare(),
                wish.breakdown() == null
                        ? null
                        : EntityType.valueOf(wish.breakdown().toUpperCase(Locale.ROOT)),
                wish.most() == null ? 0 : wish.most(),
                false);
    }

    private static Lines draw(Case one) {
        var slow = new SlowAnalytics(one.world(), one.wish());
        var asked = new ArrayList<Asked>();
        for (var id : one.wish().ids()) {
            var members = slow.members(one.wish().entity(), id);
            var videos = members.videos().stream()
                    .map(video -> video(one.world(), video))
                    .toList();
            var creators = members.creators().stream()
                    .map(creator -> new TrackedCreator(
                            creator, "@" + one.world().creators.get(creator).handle(), false))
                    .toList();
            asked.add(new Asked(
                    new EntityRef(EntityType.valueOf(one.wish().entity().toUpperCase(Locale.ROOT)), id.toString(), ""),
                    new Part(videos, creators)));
        }
        return new Drawing(question(one.wish()), new WorldFigures(one.world(), one.wish())).of(asked);
    }

    private static TrackedVideo video(World world, UUID id) {
        var video = world.videos.get(id);
        return new TrackedVideo(
                id, video.title() == null ? video.url() : video.title(), video.creator(), video.postedAt());
    }

    private static void assertSame(List<Line> lines, List<SlowAnalytics.Row> rows) {
        assertThat(lines.stream().map(line -> line.entity().id()).toList())
                .isEqualTo(rows.stream().map(SlowAnalytics.Row::id).toList());
        for (var at = 0; at < rows.size(); at++) {
            assertSame(lines.get(at).points(), rows.get(at).points());
        }
    }

    private static void assertSame(List<Point> points, Map<LocalDate, Number> expected) {
        assertThat(points.stream().map(Point::bucketStart)).containsExactlyElementsOf(expected.keySet());
        for (var point : points) {
            var value = expected.get(point.bucketStart());
            if (value instanceof Double number) {
                assertThat(point.value()).isInstanceOf(Double.class);
                assertThat((Double) point.value()).isCloseTo(number, within(1e-6));
            } else {
                assertThat(point.value()).isEqualTo(value);
            }
        }
    }

    @Property(tries = 3_000)
    void lines_are_what_the_reference_says(@ForAll("cases") Case one) {
        var expected = new SlowAnalytics(one.world(), one.wish()).answer();
        var lines = draw(one);

        assertSame(lines.main(), expected.series());
        assertSame(lines.compared(), expected.compared());
        assertSame(lines.parts(), expected.parts());
    }

    @Property(tries = 1_000)
    void parts_add_up_to_the_whole(@ForAll("cases") Case one) {
        Assume.that(one.wish().breakdown() != null);
        var lines = draw(one);

        var whole = lines.main().get(0).points();
        for (var at = 0; at < whole.size(); at++) {
            var place = at;
            var sum = Sum.of(lines.parts().stream()
                    .map(part -> (Long) part.points().get(place).value()));
            // Videos are counted, and none are none.
            var nothing = one.wish().metric().equals("video_count") ? 0L : null;
            assertThat(whole.get(at).value()).isEqualTo(sum == null ? nothing : sum);
        }
    }

    @Property(tries = 1_000)
    void what_it_is_compared_with_has_the_same_buckets(@ForAll("cases") Case one) {
        Assume.that(one.wish().compare());
        var lines = draw(one);

        for (var at = 0; at < lines.main().size(); at++) {
            assertThat(lines.compared().get(at).entity())
                    .isEqualTo(lines.main().get(at).entity());
            assertThat(lines.compared().get(at).points().stream()
                            .map(Point::bucketStart)
                            .toList())
                    .isEqualTo(lines.main().get(at).points().stream()
                            .map(Point::bucketStart)
                            .toList());
        }
    }

    @Property(tries = 1_000)
    void buckets_partition_the_range(@ForAll("cases") Case one) {
        var question = question(one.wish());
        var buckets = Bucket.of(question);

        var next = question.range().first();
        for (var bucket : buckets) {
            assertThat(bucket.days().first()).isEqualTo(next);
            assertThat(bucket.whole().has(bucket.days().first())
                            && bucket.whole().has(bucket.days().last()))
                    .isTrue();
            next = bucket.days().last().plusDays(1);
        }
        assertThat(next).isEqualTo(question.range().last().plusDays(1));
        if (question.granularity() == Granularity.CUSTOM) {
            assertThat(buckets)
                    .allSatisfy(bucket -> assertThat(bucket.whole().days()).isEqualTo(question.bucketDays()));
            assertThat(buckets.get(0).start()).isEqualTo(question.range().first());
        }
    }
}
