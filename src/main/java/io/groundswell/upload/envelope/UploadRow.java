package io.groundswell.upload.envelope;

import io.groundswell.creator.CreatorDetails;
import io.groundswell.creator.Handle;
import io.groundswell.creator.TrackingMode;
import io.groundswell.metric.Counter;
import io.groundswell.metric.Counters;
import io.groundswell.metric.Sample;
import io.groundswell.program.ProgramService.Note;
import io.groundswell.recording.SnapshotTime;
import io.groundswell.upload.UploadLine;
import io.groundswell.upload.UploadLine.OfCreator;
import io.groundswell.upload.UploadLine.OfSnapshot;
import io.groundswell.upload.UploadLine.OfVideo;
import io.groundswell.upload.UploadLine.Unreadable;
import io.groundswell.video.VideoAddress;
import io.groundswell.video.VideoDetails;
import io.groundswell.wire.envelope.Times;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A row of a table, by the rules that hold for what is told one by one. Empty cells say nothing. */
final class UploadRow {
    private static final int NAME = 200;
    private static final int TITLE = 500;
    private static final String ADDRESS =
            "must be the address of a video on TikTok, such as https://www.tiktok.com/@someone/video/7301234567890123456";
    private static final List<Counter> OF_VIDEOS =
            List.of(Counter.VIEWS, Counter.LIKES, Counter.COMMENTS, Counter.SHARES, Counter.SAVES);
    private static final List<String> COUNTERS = Stream.concat(OF_VIDEOS.stream(), Stream.of(Counter.FOLLOWERS))
            .map(Counter::column)
            .toList();
    private static final Map<String, Set<String>> BY_TYPE = Map.of(
            "creator", Set.of("type", "handle", "display_name", "tracking_mode", "tracking_start_date"),
            "video", Set.of("type", "handle", "video_url", "title", "posted_at"),
            "snapshot",
                    Set.of(
                            "type",
                            "handle",
                            "video_url",
                            "at",
                            "views",
                            "likes",
                            "comments",
                            "shares",
                            "saves",
                            "followers",
                            "baseline"));

    static final List<String> COLUMNS = Stream.of(
                    Stream.of("type", "handle", "display_name", "tracking_mode", "tracking_start_date"),
                    Stream.of("video_url", "title", "posted_at", "at"),
                    COUNTERS.stream(),
                    Stream.of("baseline"))
            .flatMap(names -> names)
            .toList();

    private final long number;
    private final Map<String, String> cells;
    private final Instant now;
    private String fault;

    /** @param cells that are not empty, by their columns */
    UploadRow(long number, Map<String, String> cells, Instant now) {
        this.number = number;
        this.cells = cells;
        this.now = now;
    }

    UploadLine read() {
        var type = cells.getOrDefault("type", cells.containsKey("at") ? "snapshot" : creatorOrVideo());
        var columns = BY_TYPE.get(type);
        if (columns == null) {
            return new Unreadable(number, "type must be one of creator, video, snapshot");
        }
        for (var column : COLUMNS) {
            require(!cells.containsKey(column) || columns.contains(column), column, "must be empty for a " + type);
            require(cells.getOrDefault(column, "").indexOf(0) < 0, column, "must not contain U+0000");
        }
        var line =
                switch (type) {
                    case "creator" -> creator();
                    case "video" -> video();
                    default -> snapshot();
                };
        return fault == null ? line : new Unreadable(number, fault);
    }

    private String creatorOrVideo() {
        return cells.containsKey("video_url") ? "video" : "creator";
    }

    private UploadLine creator() {
        var start = cells.get("tracking_start_date");
        LocalDate date = Times.date(start);
        require(start == null || date != null, "tracking_start_date", Times.A_DATE);
        var mode = cells.get("tracking_mode");
        var known = Stream.of(TrackingMode.values())
                .filter(one -> one.toString().equals(mode))
                .findFirst()
                .orElse(null);
        require(mode == null || known != null, "tracking_mode", "must be one of " + List.of(TrackingMode.values()));
        require(cells.containsKey("handle"), "handle", "is required");
        var name = text("display_name", NAME);
        return new OfCreator(number, new CreatorDetails(handle(), note(name), known, date, null, null));
    }

    private UploadLine video() {
        var posted = cells.get("posted_at");
        var at = Times.time(posted);
        require(posted == null || at != null, "posted_at", Times.A_TIME);
        require(cells.containsKey("video_url"), "video_url", "is required");
        var title = text("title", TITLE);
        return new OfVideo(
                number,
                address(),
                handle(),
                new VideoDetails(note(title), at == null ? null : new VideoDetails.Posted(at), null, null, null));
    }

    private UploadLine snapshot() {
        var address = address();
        var handle = handle();
        require(cells.containsKey("video_url") || handle != null, "video_url", "or handle is required");
        var ofVideo = cells.containsKey("video_url");
        var counters = counters(ofVideo ? OF_VIDEOS : List.of(Counter.FOLLOWERS), ofVideo ? "video" : "creator");
        var at = at();
        var baseline = cells.getOrDefault("baseline", "false");
        require(Set.of("true", "false").contains(baseline), "baseline", "must be true or false");
        return new OfSnapshot(number, address, handle, at, "true".equals(baseline), counters);
    }

    private Instant at() {
        try {
            var at = OffsetDateTime.parse(cells.getOrDefault("at", "")).toInstant();
            var wrong = SnapshotTime.fault(at, now);
            require(wrong == null, "at", wrong);
            return at;
        } catch (DateTimeParseException unreadable) {
            require(false, "at", "must be a time such as 2026-02-03T06:00:00Z");
            return null;
        }
    }

    private Counters counters(List<Counter> own, String owner) {
        var values = new EnumMap<Counter, Long>(Counter.class);
        for (var counter : Counter.values()) {
            var text = COUNTERS.contains(counter.column()) ? cells.get(counter.column()) : null;
            if (text != null) {
                require(own.contains(counter), counter.column(), "is no counter of a " + owner);
                var fits = text.matches("\\d{1,16}") && Long.parseLong(text) <= Sample.MOST;
                require(fits, counter.column(), "must be a whole number from 0 to %,d".formatted(Sample.MOST));
                values.put(counter, fits ? Long.parseLong(text) : 0);
            }
        }
        require(!values.isEmpty(), "at", "must come with a counter at least");
        return new Counters(values);
    }

    private String handle() {
        var handle = cells.containsKey("handle") ? Handle.plain(cells.get("handle")) : null;
        require(
                handle == null || Handle.fits(handle),
                "handle",
                "must be 1 to %d letters, digits, '.', '_' or '-'".formatted(Handle.LONGEST));
        return handle;
    }

    private VideoAddress address() {
        var url = cells.get("video_url");
        var address = url == null ? null : VideoAddress.read(url).orElse(null);
        require(url == null || address != null, "video_url", ADDRESS);
        return address;
    }

    private String text(String column, int most) {
        var text = cells.get(column);
        require(
                text == null || text.codePointCount(0, text.length()) <= most,
                column,
                "must have at most %,d characters".formatted(most));
        return text;
    }

    private static Note note(String text) {
        return text == null ? null : new Note(text);
    }

    /** The first fault is told. */
    private void require(boolean holds, String column, String otherwise) {
        if (!holds && fault == null) {
            fault = column + " " + otherwise;
        }
    }
}
