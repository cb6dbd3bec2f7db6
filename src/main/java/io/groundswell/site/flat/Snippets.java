package io.groundswell.site.flat;

import io.groundswell.site.Site;
import io.groundswell.wire.WireConfig;
import jakarta.enterprise.context.ApplicationScoped;

/** What to copy: for the pages of a site, and for a terminal. Names and tokens hold nothing that would need quoting. */
@ApplicationScoped
class Snippets {
    private final String origin;

    Snippets(WireConfig config) {
        this.origin = config.publicUrl();
    }

    String tracker(Site site) {
        return "<script defer src=\"%s/tracker.js\" data-project=\"%s\" data-token=\"%s\"></script>"
                .formatted(origin, site.name(), site.token());
    }

    String question(Site site) {
        return "curl \"%s/stats?project=%s&since=7d\" -H \"X-API-Key: $AAK_API_KEY\"".formatted(origin, site.name());
    }
}
