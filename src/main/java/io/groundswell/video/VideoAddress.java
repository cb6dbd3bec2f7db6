package io.groundswell.video;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a video, or a carousel of photos, is on TikTok, in one spelling of the many there are.
 *
 * @param platformId null where the address does not tell: only TikTok knows where a short one leads
 */
public record VideoAddress(String url, String platformId) {
    public static final int LONGEST = 2_000;

    private static final String ID = "(?<id>\\d{1,25})";
    private static final String CODE = "(?<code>[A-Za-z0-9_-]{1,64})";
    private static final Pattern ADDRESS =
            Pattern.compile("https?://(?<host>[^/?#\\s]+)(?<path>/[^?#\\s]*)(?:[?#]\\S*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern SITE = Pattern.compile("(?:(?:www|m)\\.)?tiktok\\.com");
    private static final Pattern SHORT_SITE = Pattern.compile("v[mt]\\.tiktok\\.com");
    private static final Pattern POST =
            Pattern.compile("/(?:@|%40)(?<handle>[A-Za-z0-9._-]{0,30})/(?<kind>video|photo)/" + ID + "/?");
    private static final Pattern BARE =
            Pattern.compile("/(?:v|share/video|embed|embed/v2|player/v1)/" + ID + "(?:\\.html)?/?");
    private static final Pattern SHORT = Pattern.compile("/" + CODE + "/?");
    private static final Pattern SHORT_ON_SITE = Pattern.compile("/t/" + CODE + "/?");

    /** The same for all addresses that are known to be of one video. */
    public String key() {
        return platformId == null ? url : platformId;
    }

    /** Empty when the text is the address of no video. */
    public static Optional<VideoAddress> read(String text) {
        var address = ADDRESS.matcher(text);
        if (text.length() > LONGEST || !address.matches()) {
            return Optional.empty();
        }
        var host = address.group("host").toLowerCase(Locale.ROOT);
        var path = address.group("path");
        if (SHORT_SITE.matcher(host).matches()) {
            var link = SHORT.matcher(path);
            return link.matches()
                    ? Optional.of(new VideoAddress("https://" + host + "/" + link.group("code"), null))
                    : Optional.empty();
        }
        return SITE.matcher(host).matches() ? onSite(path) : Optional.empty();
    }

    private static Optional<VideoAddress> onSite(String path) {
        var post = POST.matcher(path);
        if (post.matches()) {
            var place = "https://www.tiktok.com/@%s/%s/%s";
            var url = place.formatted(post.group("handle"), post.group("kind"), post.group("id"));
            return Optional.of(new VideoAddress(url, post.group("id")));
        }
        var bare = BARE.matcher(path);
        if (bare.matches()) {
            var id = bare.group("id");
            return Optional.of(new VideoAddress("https://m.tiktok.com/v/" + id + ".html", id));
        }
        var link = SHORT_ON_SITE.matcher(path);
        return link.matches()
                ? Optional.of(new VideoAddress("https://www.tiktok.com/t/" + link.group("code"), null))
                : Optional.empty();
    }
}
