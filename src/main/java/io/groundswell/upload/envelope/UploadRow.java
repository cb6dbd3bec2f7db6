package io.groundswell.upload.envelope;

import io.groundswell.creator.CreatorDetails;
import io.groundswell.creator.Handle;
import io.groundswell.creator.TrackingMode;
import io.groundswell.program.ProgramService.Note;
import io.groundswell.shared.Refusal;
import io.groundswell.text.Characters;
import io.groundswell.upload.UploadLine;
import io.groundswell.upload.UploadLine.OfCreator;
import io.groundswell.upload.UploadLine.OfSnapshot;
import io.groundswell.upload.UploadLine.OfVideo;
import io.groundswell.upload.UploadLine.Unreadable;
import io.groundswell.video.VideoAddress;
import io.groundswell.video.VideoDetails;
import io.groundswell.wire.envelope.Query;
import io.groundswell.wire.envelope.Times;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** A row of a table, by the rules that hold for what is told one by one. Empty cells say nothing. */
final class UploadRow {
    private static final int NAME = 200;
    private static final int TITLE = 500;
    private static final String HANDLE = "must be 1 to %d letters, digits, '.', '_' or '-'".formatted(Handle.LONGEST);
    private static final String ADDRESS =
            "must be the address of a video on TikTok, such as https://www.tiktok.com/@someone/video/7301234567890123456";
    private static final Set<String> BASELINES = Set.of("true", "false");

    private final long number;
    private final Map<String, String> cells;
    private final Instant now;
    private final Query query = new Query();

    /** @param cells that are not empty, by their columns */
    UploadRow(long number, Map<String, String> cells, Instant now) {
        this.number = number;
        this.cells = cells;
        this.now = now;
    }

    /** Of several faults the first is told. */
    UploadLine read() {
        try {
            var kind =
                    query.choice(UploadKind.TYPE, cells.get(UploadKind.TYPE), UploadKind.class, UploadKind.of(cells));
            query.check();
            cells.forEach((column, text) -> {
                query.that(kind.has(column), column, "must be empty for a " + kind);
                query.that(text.indexOf(0) < 0, column, "must not contain U+0000");
            });
            var line =
                    switch (kind) {
                        case CREATOR -> creator();
                        case VIDEO -> video();
                        case SNAPSHOT -> snapshot();
                    };
            query.check();
            return line;
        } catch (Refusal refusal) {
            return new Unreadable(number, refusal.getMessage());
        }
    }

    private UploadLine creator() {
        query.required("handle", cells.get("handle"));
        var mode = query.choice("tracking_mode", cells.get("tracking_mode"), TrackingMode.class);
        var start = query.date("tracking_start_date", cells.get("tracking_start_date"));
        return new OfCreator(number, new CreatorDetails(handle(), note("display_name", NAME), mode, start, null, null));
    }

    private UploadLine video() {
        query.required("video_url", cells.get("video_url"));
        var posted = Times.time(cells.get("posted_at"));
        query.that(posted != null || !cells.containsKey("posted_at"), "posted_at", Times.A_TIME);
        var told = new VideoDetails(
                note("title", TITLE), posted == null ? null : new VideoDetails.Posted(posted), null, null, null);
        return new OfVideo(number, address(), handle(), told);
    }

    private UploadLine snapshot() {
        var ofVideo = cells.containsKey("video_url");
        query.that(ofVideo || cells.containsKey("handle"), "video_url", "or handle is required");
        var at = at(cells.getOrDefault("at", ""));
        var baseline = cells.getOrDefault("baseline", "false");
        query.that(BASELINES.contains(baseline), "baseline", "must be true or false");
        var counters = new UploadCounters(query, cells).of(ofVideo);
        return new OfSnapshot(number, address(), handle(), at, Boolean.parseBoolean(baseline), counters);
    }

    private Instant at(String text) {
        var at = Times.ofAnyYear(text);
        query.that(at != null, "at", "must be a time such as 2026-02-03T06:00:00Z");
        query.that(at == null || !at.isBefore(Instant.EPOCH), "at", Times.BEFORE_1970);
        query.that(at == null || !at.isAfter(now.plus(Times.AHEAD)), "at", Times.TOO_FAR_AHEAD);
        return at;
    }

    private String handle() {
        var handle = cells.containsKey("handle") ? Handle.plain(cells.get("handle")) : null;
        query.that(handle == null || Handle.fits(handle), "handle", HANDLE);
        return handle;
    }

    private VideoAddress address() {
        var url = cells.get("video_url");
        var address = url == null ? null : VideoAddress.read(url).orElse(null);
        query.that(url == null || address != null, "video_url", ADDRESS);
        return address;
    }

    private Note note(String column, int most) {
        var text = cells.get(column);
        query.that(text == null || Characters.count(text) <= most, column, "must have at most " + most + " characters");
        return text == null ? null : new Note(text);
    }
}
