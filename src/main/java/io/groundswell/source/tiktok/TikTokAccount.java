package io.groundswell.source.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.groundswell.creator.Handle;
import io.groundswell.database.Chunks;
import io.groundswell.metric.Counter;
import io.groundswell.metric.Counters;
import io.groundswell.source.Credentials;
import io.groundswell.source.FoundPage;
import io.groundswell.source.FoundVideo;
import io.groundswell.source.KnownVideo;
import io.groundswell.source.Opened;
import io.groundswell.source.Profile;
import io.groundswell.source.Source;
import io.groundswell.source.SourceFailure;
import io.groundswell.source.SourceFailure.Kind;
import io.groundswell.source.SourceKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** TikTok's Display API: what a creator lets be seen of the own account. */
@ApplicationScoped
class TikTokAccount implements Source {
    private static final String USER = "open_id,username,display_name,avatar_url,bio_description,follower_count";
    private static final String VIDEO =
            "id,create_time,share_url,title,video_description,view_count,like_count,comment_count,share_count";
    private static final Map<Counter, String> COUNTERS = Map.of(
            Counter.VIEWS, "view_count",
            Counter.LIKES, "like_count",
            Counter.COMMENTS, "comment_count",
            Counter.SHARES, "share_count");

    /** The most that TikTok takes. */
    private static final int AT_ONCE = 20;

    private final TikTokLine line;
    private final OAuth oauth;
    private final Clock clock;

    TikTokAccount(TikTokLine line, OAuth oauth, Clock clock) {
        this.line = line;
        this.oauth = oauth;
        this.clock = clock;
    }

    @Override
    public SourceKind kind() {
        return SourceKind.TIKTOK_ACCOUNT;
    }

    @Override
    public Opened open(Map<String, String> told) {
        var credentials = oauth.ofCreator(new Credentials(told));
        var handle = Told.text(user(credentials).path("username"), Handle.LONGEST);
        if (handle == null || !Handle.fits(handle)) {
            throw SourceFailure.of(
                    Kind.REFUSED, "TikTok does not tell whose account it is: the scope user.info.profile is needed");
        }
        return new Opened("@" + handle, handle, credentials);
    }

    @Override
    public boolean isOver(Credentials credentials, Instant now) {
        return OAuth.isOver(credentials, now);
    }

    @Override
    public Credentials renew(Credentials credentials) {
        return oauth.ofCreator(credentials);
    }

    private JsonNode user(Credentials credentials) {
        var user = line.get("/v2/user/info/", USER, OAuth.token(credentials)).path("user");
        if (!user.isObject()) {
            throw TikTokFaults.nonsense("there is no user in it");
        }
        return user;
    }

    @Override
    public Profile profile(Credentials credentials, String handle, LocalDate from) {
        return Videos.profile(user(credentials));
    }

    @Override
    public FoundPage videos(Credentials credentials, String handle, LocalDate from, String cursor) {
        var body = JsonNodeFactory.instance.objectNode().put("max_count", AT_ONCE);
        if (cursor != null) {
            body.put("cursor", Long.parseLong(cursor));
        }
        var data = line.post("/v2/video/list/", VIDEO, OAuth.token(credentials), body);
        var found = new ArrayList<FoundVideo>();
        Videos.in(data).forEach((id, video) -> found.add(found(id, video)));
        return new FoundPage(found, data.path("has_more").asBoolean(false) ? Videos.cursor(data) : null);
    }

    private FoundVideo found(String id, JsonNode video) {
        return new FoundVideo(
                id,
                Told.text(video.path("share_url"), Videos.ADDRESS),
                Videos.title(video, "title", "video_description"),
                Told.posted(video.path("create_time"), clock),
                Told.counters(video, COUNTERS),
                Collections.emptySortedMap());
    }

    @Override
    public List<List<KnownVideo>> calls(List<KnownVideo> videos) {
        return Chunks.of(videos, AT_ONCE);
    }

    @Override
    public Map<String, Counters> counters(Credentials credentials, List<KnownVideo> videos) {
        var body = JsonNodeFactory.instance.objectNode();
        var ids = body.putObject("filters").putArray("video_ids");
        videos.forEach(video -> ids.add(video.platformId()));
        var data = line.post("/v2/video/query/", VIDEO, OAuth.token(credentials), body);
        var counters = new HashMap<String, Counters>();
        Videos.in(data).forEach((id, video) -> counters.put(id, Told.counters(video, COUNTERS)));
        return counters;
    }
}
