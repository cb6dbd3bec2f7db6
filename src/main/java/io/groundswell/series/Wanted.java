package io.groundswell.series;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Things whose figures are wanted, each with the number of its part, as statements take them. */
final class Wanted {
    private final List<UUID> things = new ArrayList<>();
    private final List<Integer> parts = new ArrayList<>();
    private final List<UUID> creators = new ArrayList<>();
    private final List<Integer> sums = new ArrayList<>();

    private Wanted() {}

    /** @param inSums whether creators that are whole are asked for the sums over their videos */
    static Wanted videos(List<Part> parts, boolean inSums) {
        var wanted = new Wanted();
        for (var number = 0; number < parts.size(); number++) {
            wanted.add(parts.get(number), number, inSums);
        }
        return wanted;
    }

    private void add(Part part, int number, boolean inSums) {
        var whole = part.creators().stream()
                .filter(creator -> inSums && creator.whole())
                .map(TrackedCreator::id)
                .collect(Collectors.toSet());
        for (var id : whole) {
            creators.add(id);
            sums.add(number);
        }
        for (var video : part.videos()) {
            if (video.creatorId() == null || !whole.contains(video.creatorId())) {
                add(video.id(), number);
            }
        }
    }

    static Wanted creators(List<Part> parts) {
        var wanted = new Wanted();
        for (var number = 0; number < parts.size(); number++) {
            for (var creator : parts.get(number).creators()) {
                wanted.add(creator.id(), number);
            }
        }
        return wanted;
    }

    private void add(UUID thing, int part) {
        things.add(thing);
        parts.add(part);
    }

    Map<String, Object> values() {
        var values = new HashMap<String, Object>();
        values.put("things", things);
        values.put("parts", parts);
        values.put("creators", creators);
        values.put("sums", sums);
        return values;
    }
}
