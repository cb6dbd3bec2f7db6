package io.groundswell.generation;

import io.agroal.api.AgroalDataSource;
import io.groundswell.content.Visual;
import io.groundswell.database.Sql;
import io.groundswell.shared.Owner;
import io.groundswell.shared.PublicId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps rendered visuals and gives each an address that nobody can guess. They are served without a credential,
 * because the networks that show them fetch them from there.
 */
@ApplicationScoped
public class MediaStore {
    private static final int ID_LENGTH = 26;
    private static final Sql INSERT = Sql.text("""
            insert into media (id, organization_id, mode, content_id, format, bytes, created_at)
            values (:id, :organization, :mode, :content, :format, :bytes, :now)""");
    private static final Sql FIND = Sql.text("select bytes from media where id = :id and format = :format");
    private static final Sql DELETE = Sql.text("delete from media where content_id = :content");

    private final AgroalDataSource database;
    private final Clock clock;
    private final String publicUrl;

    MediaStore(
            AgroalDataSource database, Clock clock, @ConfigProperty(name = "groundswell.wire.public-url") String url) {
        this.database = database;
        this.clock = clock;
        this.publicUrl = url;
    }

    /** An address for each rendered visual, made before the item that shows them is stored. */
    public List<Placed> place(List<Illustration> illustrations) {
        return illustrations.stream().map(this::place).toList();
    }

    /** A rendered visual with the ids it will be served under. */
    public record Placed(Illustration illustration, String id, String thumbnailId, Visual visual) {}

    private Placed place(Illustration drawn) {
        var id = PublicId.random(ID_LENGTH);
        var thumbnailId = PublicId.random(ID_LENGTH);
        return new Placed(
                drawn,
                id,
                thumbnailId,
                new Visual(
                        drawn.type(),
                        address(id, drawn.format()),
                        address(thumbnailId, "png"),
                        drawn.altText(),
                        drawn.dimensions(),
                        drawn.format(),
                        (long) drawn.bytes().length,
                        drawn.position(),
                        drawn.durationSeconds()));
    }

    private String address(String id, String format) {
        return publicUrl + "/media/" + id + "." + format;
    }

    /** Replaces the visuals of an item, in the transaction that stores the item. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void store(Owner owner, String contentId, List<Placed> placed) {
        DELETE.update(database, Map.of("content", contentId));
        for (var visual : placed) {
            insert(
                    owner,
                    contentId,
                    visual.id(),
                    visual.illustration().format(),
                    visual.illustration().bytes());
            insert(
                    owner,
                    contentId,
                    visual.thumbnailId(),
                    "png",
                    visual.illustration().thumbnail());
        }
    }

    private void insert(Owner owner, String contentId, String id, String format, byte[] bytes) {
        INSERT.update(
                database,
                Map.of(
                        "id", id,
                        "organization", owner.organizationId(),
                        "mode", owner.mode(),
                        "content", contentId,
                        "format", format,
                        "bytes", bytes,
                        "now", clock.instant()));
    }

    public Optional<byte[]> find(String id, String format) {
        return FIND.first(database, Map.of("id", id, "format", format), row -> row.getBytes("bytes"));
    }
}
