package io.groundswell.content.v1;

import io.groundswell.content.Content;
import io.groundswell.content.ContentService;
import io.groundswell.shared.Owner;
import io.groundswell.webhook.v1.EventSubject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Events about items carry the item. */
@ApplicationScoped
class ContentSubject implements EventSubject {
    private final ContentService contents;

    ContentSubject(ContentService contents) {
        this.contents = contents;
    }

    @Override
    public String prefix() {
        return Content.ID_PREFIX;
    }

    @Override
    public Optional<Object> find(Owner owner, String id) {
        return contents.find(owner, id).map(ContentResponse::of);
    }
}
