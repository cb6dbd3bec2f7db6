package io.groundswell.series;

import io.groundswell.shared.Owner;
import io.groundswell.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What an entity is made of: today's members and states, whatever they were in the past. */
@ApplicationScoped
class Membership {
    /** Most videos that one question adds up. */
    static final int MOST_VIDEOS = 100_000;

    private final MemberStore store;

    Membership(MemberStore store) {
        this.store = store;
    }

    /** All that a question asks about, in its order. Refused when one of them is not there. */
    Found find(Owner owner, Question question) {
        var found =
                switch (question.entity()) {
                    case VIDEO -> videos(owner, question);
                    case CREATOR -> creators(owner, question);
                    case CAMPAIGN -> campaigns(owner, question);
                };
        var videos = found.asked().stream()
                .mapToInt(one -> one.part().videos().size())
                .sum();
        if (videos > MOST_VIDEOS) {
            throw Refusal.on(
                    SeriesError.INVALID_PARAMS,
                    question.ids().size() > 1 ? "entity_ids" : "entity_id",
                    "There are %,d videos in what is asked about. Ask for less than %,d at once",
                    videos,
                    MOST_VIDEOS);
        }
        return found;
    }

    private Found videos(Owner owner, Question question) {
        var videos = store.videos(owner, question.ids());
        return found(question, id -> {
            var video = videos.get(id);
            return video == null ? null : asked(question, id, video.label(), List.of(video), List.of());
        });
    }

    private Found creators(Owner owner, Question question) {
        var labels = store.creators(owner, question.ids());
        var videos = store.videosOfCreators(labels.keySet());
        return found(question, id -> {
            var label = labels.get(id);
            return label == null
                    ? null
                    : asked(
                            question,
                            id,
                            label,
                            videos.getOrDefault(id, List.of()),
                            List.of(new TrackedCreator(id, label, true)));
        });
    }

    private Found campaigns(Owner owner, Question question) {
        var trees = store.campaigns(owner, question.ids());
        var videos = store.videosOfCampaigns(trees.values());
        var creators = store.creatorsOfCampaigns(trees.values(), owners(videos));
        var found = found(question, id -> {
            var tree = trees.get(id);
            return tree == null
                    ? null
                    : asked(
                            question,
                            id,
                            tree.label(),
                            videos.getOrDefault(id, List.of()),
                            creators.getOrDefault(id, List.of()));
        });
        var all = new LinkedHashSet<UUID>();
        trees.values().forEach(tree -> all.addAll(tree.ids()));
        return new Found(found.asked(), all);
    }

    private static Map<UUID, Set<UUID>> owners(Map<UUID, List<TrackedVideo>> videos) {
        return videos.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().stream()
                .map(TrackedVideo::creatorId)
                .filter(id -> id != null)
                .collect(Collectors.toSet())));
    }

    private interface Lookup {
        Asked of(UUID id);
    }

    private static Found found(Question question, Lookup lookup) {
        var asked = question.ids().stream()
                .map(id -> {
                    var one = lookup.of(id);
                    if (one == null) {
                        throw Refusal.of(SeriesError.ENTITY_NOT_FOUND, "No such %s: %s", question.entity(), id);
                    }
                    return one;
                })
                .toList();
        return new Found(asked, Set.of());
    }

    private static Asked asked(
            Question question, UUID id, String label, List<TrackedVideo> videos, List<TrackedCreator> creators) {
        return new Asked(new EntityRef(question.entity(), id.toString(), label), new Part(videos, creators));
    }
}
