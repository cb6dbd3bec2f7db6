package io.groundswell.series;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Entities and their members in the database. What is not there is missing. */
@ApplicationScoped
class MemberStore {
    private static final Sql VIDEOS = Sql.file(MemberStore.class, "videos.sql");
    private static final Sql CREATORS = Sql.file(MemberStore.class, "creators.sql");
    private static final Sql CAMPAIGNS = Sql.file(MemberStore.class, "campaigns.sql");
    private static final Sql VIDEOS_OF_CREATORS = Sql.file(MemberStore.class, "videos-of-creators.sql");
    private static final Sql VIDEOS_OF_CAMPAIGNS = Sql.file(MemberStore.class, "videos-of-campaigns.sql");
    private static final Sql CREATORS_OF_CAMPAIGNS = Sql.file(MemberStore.class, "creators-of-campaigns.sql");

    private final AgroalDataSource database;

    MemberStore(AgroalDataSource database) {
        this.database = database;
    }

    /** A campaign with all that are in it, itself first. */
    record Tree(UUID root, String label, List<UUID> ids) {}

    Map<UUID, TrackedVideo> videos(Owner owner, List<UUID> ids) {
        var videos = new HashMap<UUID, TrackedVideo>();
        VIDEOS.list(database, owned(owner, ids), row -> videos.put(id(row, "id"), video(row)));
        return videos;
    }

    /** Their labels. */
    Map<UUID, String> creators(Owner owner, List<UUID> ids) {
        var labels = new HashMap<UUID, String>();
        CREATORS.list(database, owned(owner, ids), row -> labels.put(id(row, "id"), row.getString("label")));
        return labels;
    }

    Map<UUID, List<TrackedVideo>> videosOfCreators(Set<UUID> creators) {
        return byRoot(VIDEOS_OF_CREATORS, Map.of("ids", creators), MemberStore::video);
    }

    Map<UUID, Tree> campaigns(Owner owner, List<UUID> ids) {
        var trees = new LinkedHashMap<UUID, Tree>();
        CAMPAIGNS.list(database, owned(owner, ids), row -> {
            var root = id(row, "root");
            trees.putIfAbsent(root, new Tree(root, label(row), new ArrayList<>()));
            return trees.get(root).ids().add(id(row, "id"));
        });
        return trees;
    }

    Map<UUID, List<TrackedVideo>> videosOfCampaigns(Collection<Tree> trees) {
        return byRoot(VIDEOS_OF_CAMPAIGNS, nodes(trees), MemberStore::video);
    }

    /** @param owners of videos, by the campaigns that were asked about */
    Map<UUID, List<TrackedCreator>> creatorsOfCampaigns(Collection<Tree> trees, Map<UUID, Set<UUID>> owners) {
        var values = nodes(trees);
        var owned = new ArrayList<UUID>();
        var all = new ArrayList<UUID>();
        owners.forEach((root, some) -> some.forEach(owner -> {
            owned.add(root);
            all.add(owner);
        }));
        values.put("owned", owned);
        values.put("owners", all);
        return byRoot(
                CREATORS_OF_CAMPAIGNS,
                values,
                row -> new TrackedCreator(id(row, "id"), label(row), row.getBoolean("whole")));
    }

    private static Map<String, Object> owned(Owner owner, List<UUID> ids) {
        var values = Sql.owned(owner);
        values.put("ids", ids);
        return values;
    }

    private static Map<String, Object> nodes(Collection<Tree> trees) {
        var roots = new ArrayList<UUID>();
        var ids = new ArrayList<UUID>();
        trees.forEach(tree -> tree.ids().forEach(id -> {
            roots.add(tree.root());
            ids.add(id);
        }));
        var values = new HashMap<String, Object>();
        values.put("roots", roots);
        values.put("ids", ids);
        return values;
    }

    private <T> Map<UUID, List<T>> byRoot(Sql statement, Map<String, Object> values, Sql.Row<T> member) {
        var members = new HashMap<UUID, List<T>>();
        statement.list(database, values, row -> members.computeIfAbsent(id(row, "root"), any -> new ArrayList<>())
                .add(member.map(row)));
        return members;
    }

    private static TrackedVideo video(ResultSet row) throws SQLException {
        return new TrackedVideo(id(row, "id"), label(row), id(row, "creator_id"), Sql.instant(row, "posted_at"));
    }

    private static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static String label(ResultSet row) throws SQLException {
        return row.getString("label");
    }
}
