package io.groundswell.series;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What was asked about, as it is made up at the moment.
 *
 * @param campaigns those that were asked about and all that are in them
 */
record Found(List<Asked> asked, Set<UUID> campaigns) {

    /** All videos and creators, each once. */
    Part all() {
        var videos = new LinkedHashMap<UUID, TrackedVideo>();
        var creators = new LinkedHashMap<UUID, TrackedCreator>();
        asked.forEach(one -> {
            one.part().videos().forEach(video -> videos.put(video.id(), video));
            one.part().creators().forEach(creator -> creators.put(creator.id(), creator));
        });
        return new Part(new ArrayList<>(videos.values()), new ArrayList<>(creators.values()));
    }
}
