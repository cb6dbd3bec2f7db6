package io.groundswell.content.v1;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.content.Content;
import io.groundswell.content.ContentEdit;
import io.groundswell.content.ContentService;
import io.groundswell.wire.BodyReader;
import io.groundswell.wire.JsonMerge;
import io.groundswell.wire.v1.FixedParts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.stream.Stream;

/** Reads what callers want an item to be, and tells everything that is wrong with it at once. */
@ApplicationScoped
class ContentForms {
    private static final FixedParts FIXED =
            new FixedParts(Set.of("copy", "visuals", "metadata.tags", "scheduling.scheduled_for", "version"));

    private final ContentService contents;
    private final BodyReader reader;
    private final JsonMerge merge;
    private final ObjectMapper json;

    ContentForms(ContentService contents, BodyReader reader, JsonMerge merge, ObjectMapper json) {
        this.contents = contents;
        this.reader = reader;
        this.merge = merge;
        this.json = json;
    }

    /** The item as it is, but for the fields that the update sends. */
    ContentEdit read(Content content, JsonNode update) {
        var zone = contents.zone(content.owner(), content.id());
        var fixed = FIXED.changed(update, json.valueToTree(ContentResponse.of(content)));
        return reader.read(merge.patched(ContentForm.of(content), update), ContentForm.class, form -> Stream.concat(
                                fixed.stream(), form.violations(zone).stream())
                        .toList())
                .edit(zone);
    }
}
