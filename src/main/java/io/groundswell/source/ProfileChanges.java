package io.groundswell.source;

import java.net.URI;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Objects;

/** What is different in a profile from what was told before, in words. */
final class ProfileChanges {
    private ProfileChanges() {}

    /** Empty when nothing is, or nothing was told before. */
    static String of(WatchedCreator before, Profile now) {
        var changes = new ArrayList<String>();
        if (isNew(before.toldName(), now.displayName())) {
            changes.add("Display name changed from %s to %s".formatted(before.toldName(), now.displayName()));
        }
        if (before.avatarUrl() != null
                && now.avatarUrl() != null
                && !picture(before.avatarUrl()).equals(picture(now.avatarUrl()))) {
            changes.add("New profile picture");
        }
        if (isNew(before.bio(), now.bio())) {
            changes.add(now.bio().isEmpty() ? "Bio removed" : "New bio");
        }
        return String.join("; ", changes);
    }

    private static boolean isNew(String before, String now) {
        return before != null && now != null && !Objects.equals(before, now);
    }

    /** Addresses of one picture differ by the host that has it, its size, and a signature that ends. */
    static String picture(String url) {
        var path = url.contains("?") ? url.substring(0, url.indexOf('?')) : url;
        try {
            path = URI.create(path).getPath();
        } catch (IllegalArgumentException unreadable) {
            return url;
        }
        var name = path.substring(path.lastIndexOf('/') + 1);
        var end = name.indexOf('~') >= 0 ? name.indexOf('~') : name.length();
        return name.substring(0, end).toLowerCase(Locale.ROOT);
    }
}
