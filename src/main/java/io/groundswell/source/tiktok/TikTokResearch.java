package io.groundswell.source.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.groundswell.metric.Counter;
import io.groundswell.metric.Counters;
import io.groundswell.source.Credentials;
import io.groundswell.source.FoundPage;
import io.groundswell.source.FoundVideo;
import io.groundswell.source.KnownVideo;
import io.groundswell.source.Opened;
import io.groundswell.source.Profile;
import io.groundswell.source.Source;
import io.groundswell.source.SourceKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** TikTok's Research API: what TikTok tells researchers of public accounts. */
@ApplicationScoped
class TikTokResearch implements Source {
    private static final String USER = "display_name,bio_description,avatar_url,follower_count";
    private static final String VIDEO =
            "id,create_time,video_description,view_count,like_count,comment_count,share_count";
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final LocalDate FIRST_DAY = LocalDate.of(2016, 1, 1);
    private static final int AT_ONCE = 100;

    private final TikTokLine line;
    private final OAuth oauth;
    private final TikTokConfig config;
    private final Clock clock;
    private final Map<Counter, String> counters;

    TikTokResearch(TikTokLine line, OAuth oauth, TikTokConfig config, Clock clock) {
        this.line = line;
        this.oauth = oauth;
        this.config = config;
        this.clock = clock;
        this.counters = Map.of(
                Counter.VIEWS, "view_count",
                Counter.LIKES, "like_count",
                Counter.COMMENTS, "comment_count",
                Counter.SHARES, "share_count",
                Counter.SAVES, config.savesField());
    }

    @Override
    public SourceKind kind() {
        return SourceKind.TIKTOK_RESEARCH;
    }

    @Override
    public Opened open(Map<String, String> told) {
        return new Opened("TikTok Research API", null, oauth.ofClient(new Credentials(told)));
    }

    @Override
    public boolean isOver(Credentials credentials, Instant now) {
        return OAuth.isOver(credentials, now);
    }

    @Override
    public Credentials renew(Credentials credentials) {
        return oauth.ofClient(credentials);
    }

    @Override
    public Profile profile(Credentials credentials, String handle, LocalDate from) {
        var body = JsonNodeFactory.instance.objectNode().put("username", handle);
        return Videos.profile(line.post("/v2/research/user/info/", USER, OAuth.token(credentials), body));
    }

    @Override
    public FoundPage videos(Credentials credentials, String handle, LocalDate from, String cursor) {
        // A day earlier, and today's a day later: whose days are meant is not known here.
        var first = from.isBefore(FIRST_DAY) ? FIRST_DAY : from.minusDays(1);
        var place = cursor == null ? new Place(today(), null, null) : Place.read(cursor);
        if (place.first(first).isAfter(place.last())) {
            return new FoundPage(List.of(), null);
        }
        var data = query(credentials, "username", List.of(handle), place.first(first), place.last(), place);
        var found = new ArrayList<FoundVideo>();
        Videos.in(data).forEach((id, video) -> found.add(found(id, video)));
        var next = data.path("has_more").asBoolean(false)
                ? place.next(Videos.cursor(data), Told.id(data.path("search_id")))
                : place.earlier(first);
        return new FoundPage(found, next == null ? null : next.text());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private FoundVideo found(String id, JsonNode video) {
        return new FoundVideo(
                id,
                null,
                Videos.title(video, "video_description"),
                Told.posted(video.path("create_time"), clock),
                Told.counters(video, counters),
                Collections.emptySortedMap());
    }

    private JsonNode query(
            Credentials credentials,
            String field,
            Collection<String> values,
            LocalDate first,
            LocalDate last,
            Place place) {
        var body = JsonNodeFactory.instance.objectNode();
        condition(body.putObject("query").putArray("and").addObject(), field, values);
        body.put("start_date", DAY.format(first))
                .put("end_date", DAY.format(last))
                .put("max_count", AT_ONCE);
        if (place.cursor() != null) {
            body.put("cursor", Long.parseLong(place.cursor()));
        }
        if (place.search() != null) {
            body.put("search_id", place.search());
        }
        var fields = VIDEO + "," + config.savesField();
        return line.post("/v2/research/video/query/", fields, OAuth.token(credentials), body);
    }

    private static void condition(ObjectNode condition, String field, Collection<String> values) {
        condition.put("operation", "IN").put("field_name", field);
        var list = condition.putArray("field_values");
        values.forEach(list::add);
    }

    @Override
    public List<List<KnownVideo>> calls(List<KnownVideo> videos) {
        return PostingDays.parts(videos, AT_ONCE, clock.instant());
    }

    @Override
    public Map<String, Counters> counters(Credentials credentials, List<KnownVideo> videos) {
        var days = PostingDays.of(videos, clock.instant());
        var ids = videos.stream().map(KnownVideo::platformId).toList();
        // As above, whose days are meant is not known.
        var last = days.last().isBefore(today()) ? days.last().plusDays(1) : today();
        var place = new Place(last, null, null);
        var data = query(credentials, "video_id", ids, days.first().minusDays(1), last, place);
        var told = new HashMap<String, Counters>();
        Videos.in(data).forEach((id, video) -> told.put(id, Told.counters(video, counters)));
        return told;
    }
}
