package io.groundswell.series;

import io.groundswell.metric.Sum;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Tells the largest parts of an entity apart and puts all else together. No video is in two parts and none is in none, so
 * that they add up to the whole.
 */
record Breakdown(List<Asked> parts) {

    static Breakdown of(Question question, Part whole, FigureSource source) {
        var ranked = new ArrayList<>(
                question.breakdown() == EntityType.VIDEO
                        ? videos(question, whole, source)
                        : creators(question, whole, source));
        ranked.sort(Constituent.RANK);
        var most = Math.min(question.most(), ranked.size());
        var parts = new ArrayList<Asked>();
        ranked.subList(0, most).forEach(one -> parts.add(new Asked(one.ref(), one.part())));
        var rest = rest(question, whole, ranked.subList(most, ranked.size()));
        if (ranked.size() > most || !rest.videos().isEmpty()) {
            parts.add(new Asked(EntityRef.other(question.breakdown()), rest));
        }
        return new Breakdown(parts);
    }

    private static List<Constituent> videos(Question question, Part whole, FigureSource source) {
        var totals = source.totals(whole.videos(), question);
        return whole.videos().stream()
                .map(video -> new Constituent(
                        new EntityRef(EntityType.VIDEO, video.id().toString(), video.label()),
                        new Part(List.of(video), List.of()),
                        totals.get(video.id())))
                .toList();
    }

    private static List<Constituent> creators(Question question, Part whole, FigureSource source) {
        var videos = byCreator(whole);
        var totals = question.metric() == Metric.VIDEO_COUNT ? null : source.totals(whole.videos(), question);
        return whole.creators().stream()
                .map(creator -> {
                    var own = videos.getOrDefault(creator.id(), List.of());
                    return new Constituent(
                            new EntityRef(EntityType.CREATOR, creator.id().toString(), creator.label()),
                            new Part(own, List.of(creator)),
                            totals == null ? posted(question, own) : total(totals, own));
                })
                .toList();
    }

    private static Map<UUID, List<TrackedVideo>> byCreator(Part whole) {
        var videos = new LinkedHashMap<UUID, List<TrackedVideo>>();
        whole.videos().forEach(video -> videos.computeIfAbsent(video.creatorId(), any -> new ArrayList<>())
                .add(video));
        return videos;
    }

    private static Long total(Map<UUID, Long> totals, List<TrackedVideo> videos) {
        return Sum.of(videos.stream().map(video -> totals.get(video.id())));
    }

    private static Long posted(Question question, List<TrackedVideo> videos) {
        var posts = Posts.of(videos, question.zone());
        return question.reading() == Reading.CUMULATIVE
                ? posts.through(question.range().last())
                : posts.on(question.range());
    }

    /** With what belongs to no part at all: videos of which nobody knows whose they are. */
    private static Part rest(Question question, Part whole, List<Constituent> left) {
        var videos = new ArrayList<TrackedVideo>();
        var creators = new ArrayList<TrackedCreator>();
        left.forEach(one -> {
            videos.addAll(one.part().videos());
            creators.addAll(one.part().creators());
        });
        if (question.breakdown() == EntityType.CREATOR) {
            whole.videos().stream().filter(video -> video.creatorId() == null).forEach(videos::add);
        }
        return new Part(videos, creators);
    }
}
